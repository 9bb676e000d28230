import { exp, log } from '../../math/elementary.ts';
import { solveCls } from '../counting/cls/solve-cls.ts';
import type { CountingChannel } from '../counting/counting-model.ts';
import { channelWeights } from '../counting/counts/channel-weights.ts';
import { bandProbabilities } from '../counting/counts/count-distribution.ts';
import { weightedCount } from '../counting/counts/weighted-count.ts';
import type { CheckedCombination } from './combination-input.ts';
import { nuisancePoints } from './nuisance-points.ts';

export interface CombinedLimits {
  /** In signal events of all channels together; null while blind. */
  readonly observed: number | null;
  readonly expected: readonly [number, number, number, number, number];
  readonly notes: readonly string[];
}

const LEAST = 1e-290;

/**
 * CLs limits of the combination by the weighted count of its events, Q = Σ wᵢ nᵢ with weights ln(1 + sᵢ/bᵢ) (Junk,
 * Nucl. Instrum. Meth. A 434 (1999) 435): P(Q ≤ Q_seen) by convolution of the channels at every point of the shared
 * nuisances, averaged over them in numerator and denominator (Cousins and Highland).
 */
export function exactCombination(combination: CheckedCombination, level: number): CombinedLimits {
  const { channels, counts, signal, background, nuisances } = combination;
  const weights = channelWeights({ channels });
  const { z, weights: probability } = nuisancePoints(nuisances.length);
  const parts = z.map((point) => {
    const scaled = channels.map((channel, c) => {
      let [up, across] = [0, 0];
      for (let k = 0; k < point.length; k++) {
        up += signal[k][c] * point[k];
        across += background[k][c] * point[k];
      }
      return scaledChannel(channel, exp(up), exp(across));
    });
    return weightedCount({ channels: scaled }, weights);
  });
  const cumulative = (q: number, s: number): number => {
    let sum = 0;
    for (let p = 0; p < parts.length; p++) sum += probability[p] * parts[p].cumulative(q, s);
    return sum;
  };
  const known = new Map<number, number>();
  const limit = (q: number): number => {
    let found = known.get(q);
    if (found === undefined) {
      const withoutSignal = Math.max(LEAST, cumulative(q, 0));
      const logCls = (s: number) => log(Math.max(LEAST, cumulative(q, s)) / withoutSignal);
      found = solveCls(logCls, level, 1 + Math.sqrt(q / Math.max(...weights)), 1e-8);
      known.set(q, found);
    }
    return found;
  };
  const quantile = (p: number): number => {
    let [low, high] = [-1, 64];
    while (cumulative(high, 0) < p && high < 1e12) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      const middle = Math.floor(0.5 * (low + high));
      if (cumulative(middle, 0) >= p) high = middle;
      else low = middle;
    }
    return high;
  };
  const notes = [
    `An event of each channel counts ${channels.map(({ name }, c) => `${weights[c]} (${name})`).join(', ')}.`,
  ];
  if (nuisances.length > 2) notes.push('Shared nuisances are averaged over 512 points of low discrepancy.');
  if (parts[0].approximate) notes.push('Channels of more than 30 events enter through an Edgeworth expansion.');
  return {
    observed: counts === null ? null : limit(counts.reduce((q, n, c) => q + weights[c] * n, 0)),
    expected: bandProbabilities.map((p) => limit(quantile(p))) as unknown as CombinedLimits['expected'],
    notes,
  };
}

/** A channel whose signal and background, errors included, are multiplied by factors. */
function scaledChannel(channel: CountingChannel, signal: number, background: number): CountingChannel {
  const { background: model } = channel;
  const value = model.value * background;
  const moved =
    model.kind === 'fixed'
      ? { ...model, value }
      : model.kind === 'asymmetric'
        ? { ...model, value, up: model.up * background, down: model.down * background }
        : { ...model, value, error: model.error * background };
  return { ...channel, signal: (channel.signal ?? 1) * signal, background: moved };
}
