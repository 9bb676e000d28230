import { log1p } from '../../../math/elementary.ts';
import { rootAbove } from '../../../math/roots.ts';
import { type AveragingPoints, backgroundPoints } from '../averaging.ts';
import type { CountingModel } from '../counting-model.ts';

/** The heaviest event counts this much; equal channels stay exactly equal, others are rounded by less than 2 %. */
const HEAVIEST = 32;

function mean({ values, weights }: AveragingPoints): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += weights[j] * values[j];
  return sum;
}

/**
 * Whole-number weights of an event of each channel in the test statistic Q = Σ wᵢ nᵢ: proportional to ln(1 + sᵢ/bᵢ),
 * the likelihood ratio of a signal s to none (Junk 1999), at the sensitivity of the model, the s for which an
 * experiment that sees just its background has −2 ln(likelihood ratio) = 2.706. Fixed weights make CLs fall steadily
 * with s. 0 for a channel without signal, at least 1 for any other.
 */
export function channelWeights(model: CountingModel): readonly number[] {
  const background = model.channels.map((channel) => Math.max(mean(backgroundPoints(channel.background)), 1e-9));
  const signal = model.channels.map((channel) => channel.signal ?? 1);
  const separation = (s: number): number => {
    let sum = 0;
    for (let i = 0; i < signal.length; i++)
      sum += s * signal[i] - background[i] * log1p((s * signal[i]) / background[i]);
    return 2 * sum - 2.705543454095404;
  };
  const found = rootAbove(separation, { step: 1 / Math.max(...signal) });
  if (!found.found) throw new RangeError(`channelWeights: ${found.reason}`);
  const exact = signal.map((x, i) => log1p((found.root * x) / background[i]));
  const largest = Math.max(...exact);
  return exact.map((w) => (w > 0 ? Math.max(1, Math.round((HEAVIEST * w) / largest)) : 0));
}
