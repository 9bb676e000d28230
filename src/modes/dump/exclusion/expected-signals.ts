import { normalCdf } from '../../../math/special/index.ts';
import { type BackgroundModel, backgroundModel } from '../../../statistics/counting/background/background-model.ts';
import { backgroundCounts } from '../../../statistics/counting/counts/count-distribution.ts';
import { type CountLimits, countLimits, FAR_FROM_LIMIT } from './count-limits.ts';

/** Standard deviations at which an expected contour has a band. */
export const BAND_SIGMAS = [-2, -1, 1, 2] as const;
/** One of `BAND_SIGMAS`. */
export type BandSigma = (typeof BAND_SIGMAS)[number];

/** More outcomes than this are not gone through one by one: the counts then move together. */
const MOST_OUTCOMES = 12;
/** Outcomes less likely than this are left out. */
const RARE = 1e-4;

/** Largest signal that is not excluded, by the share of the first channel, for a signal of size `total` (`CountLimits.at`). */
export type AllowedSignal = (share: number, total?: number) => number;

/** One error of a background; of two the mean. */
export const errorOf = (model: BackgroundModel): number =>
  model.kind === 'fixed' ? 0 : model.kind === 'asymmetric' ? (model.up + model.down) / 2 : model.error;

/** Channels as one count, for more of them than are combined with events seen. */
function pooled(backgrounds: readonly BackgroundModel[]): BackgroundModel {
  const value = backgrounds.reduce((sum, one) => sum + one.value, 0);
  const error = Math.sqrt(backgrounds.reduce((sum, one) => sum + errorOf(one) * errorOf(one), 0));
  return error > 0 ? backgroundModel(value, error, 'gauss') : { kind: 'fixed', value };
}

/**
 * Signals that would be allowed without a signal, at −2, −1, 1, 2 standard deviations: quantiles of the allowed signal over
 * the counts that the backgrounds give, errors included. Counts of one or two channels are gone through one by one; where
 * they are many, or channels are more than two, their sum decides.
 */
export function expectedSignals(
  backgrounds: readonly BackgroundModel[],
  relativeError: number,
  level: number,
): Readonly<Record<BandSigma, AllowedSignal>> {
  const limitsOf = (counts: readonly number[], models: readonly BackgroundModel[]): CountLimits =>
    countLimits(
      counts.map((observed, k) => ({ observed, background: models[k] })),
      relativeError,
      level,
    );
  const quantile = (sigma: BandSigma) => normalCdf(sigma);
  const outcomes = backgrounds.length <= 2 ? outcomesOf(backgrounds) : null;
  if (outcomes !== null) {
    const known = outcomes.map(({ counts, probability }) => ({
      counts,
      probability,
      limits: limitsOf(counts, backgrounds),
    }));
    // More events allow more signal: an outcome comes after all that have no more of them in any channel.
    const before = known.map((one) =>
      known.flatMap((other, k) =>
        other !== one && other.counts.every((count, c) => count <= one.counts[c]) ? [k] : [],
      ),
    );
    const all = known.reduce((sum, { probability }) => sum + probability, 0);
    return bySigma((sigma) => {
      const wanted = quantile(sigma) * all * (1 - 1e-12);
      // The outcome that comes before all others, mostly no event at all: often it is already likely enough.
      const first = before.findIndex(({ length }) => length === 0);
      const only = before.filter(({ length }) => length === 0).length === 1;
      return (share, total = Number.NaN) => {
        if (only) {
          const least = known[first].limits.at(share, total);
          if (known[first].probability >= wanted || total < least / FAR_FROM_LIMIT) return least;
        }
        const passed: number[] = [];
        for (let sum = 0; ; ) {
          let next = -1;
          let signal = Number.POSITIVE_INFINITY;
          for (let k = 0; k < known.length; k++) {
            if (passed.includes(k) || !before[k].every((b) => passed.includes(b))) continue;
            const allowed = known[k].limits.at(share, total);
            if (allowed < signal) {
              signal = allowed;
              next = k;
            }
          }
          passed.push(next);
          sum += known[next].probability;
          if (sum >= wanted || passed.length === known.length) return signal;
        }
      };
    });
  }
  const together = pooled(backgrounds);
  const distribution = backgroundCounts(together);
  return bySigma((sigma) => {
    const total = distribution.quantile(quantile(sigma));
    const limits =
      backgrounds.length === 2 ? limitsOf(sharedOut(total, backgrounds), backgrounds) : limitsOf([total], [together]);
    return (share, signal) => limits.at(share, signal);
  });
}

const bySigma = <T>(make: (sigma: BandSigma) => T): Record<BandSigma, T> =>
  Object.fromEntries(BAND_SIGMAS.map((sigma) => [sigma, make(sigma)])) as Record<BandSigma, T>;

/** So many events over two channels, as their backgrounds share them. */
function sharedOut(total: number, [first, second]: readonly BackgroundModel[]): number[] {
  const one = Math.round((total * first.value) / Math.max(1e-300, first.value + second.value));
  return [one, total - one];
}

/** Counts of one or two channels with their probabilities, the rare ones left out; null where they are too many. */
function outcomesOf(
  backgrounds: readonly BackgroundModel[],
): { readonly counts: readonly number[]; readonly probability: number }[] | null {
  let outcomes: { counts: number[]; probability: number }[] = [{ counts: [], probability: 1 }];
  for (const background of backgrounds) {
    const distribution = backgroundCounts(background);
    const last = distribution.quantile(1 - RARE);
    if (last + 1 > MOST_OUTCOMES) return null;
    const probabilities = Array.from({ length: last + 1 }, (_, n) => distribution.probability(n));
    outcomes = outcomes.flatMap(({ counts, probability }) =>
      probabilities.map((p, n) => ({ counts: [...counts, n], probability: probability * p })),
    );
    outcomes = outcomes.filter(({ probability }) => probability > RARE);
  }
  return outcomes.length > MOST_OUTCOMES ? null : outcomes;
}
