import { normalCdf } from '../../../math/special/index.ts';
import { bandSigmas } from '../limits/asymptotic.ts';
import type { TestStatistic } from '../limits/profile-likelihood.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { requireToys, toyStatistics } from './toy-ensemble.ts';

/** CLs and its parts by counting toys; null when no toy could be fitted. */
export interface ToyCls {
  readonly observed: number | null;
  readonly expected: readonly (number | null)[];
  readonly clsb: number | null;
  readonly clb: number | null;
  /** Statistical error of `observed` from the number of toys. */
  readonly observedError: number | null;
  /** Toys left out because a fit failed. */
  readonly failedToys: number;
}

/**
 * CLs of a test statistic `q` from those of toys with signal and of toys without: both p-values count toys at or above
 * q, equal within rounding included, as few events give few different values. The expected band takes each
 * background toy in turn as the data. NaN entries are left out and counted.
 */
export function clsFromToys(q: number, signal: Float64Array, background: Float64Array): ToyCls {
  const withSignal = sortedNumbers(signal);
  const without = sortedNumbers(background);
  const failedToys = signal.length + background.length - withSignal.length - without.length;
  if (withSignal.length === 0 || without.length === 0)
    return {
      observed: null,
      expected: bandSigmas.map(() => null),
      clsb: null,
      clb: null,
      observedError: null,
      failedToys,
    };
  const clsb = fractionFrom(withSignal, q);
  const clb = fractionFrom(without, q);
  const outcomes = without.map((at) => Math.min(1, fractionFrom(withSignal, at) / fractionFrom(without, at))).sort();
  const expected = bandSigmas.map((sigma) => outcomes[Math.max(0, Math.ceil(normalCdf(sigma) * outcomes.length) - 1)]);
  const a = binomialError(clsb, withSignal.length);
  const b = binomialError(clb, without.length);
  const observed = clb > 0 ? Math.min(1, clsb / clb) : 0;
  const observedError = clb > 0 ? Math.sqrt(a * a + observed * observed * b * b) / clb : null;
  return { observed, expected, clsb, clb, observedError, failedToys };
}

/** The standard error of a fraction p of n toys; where p is 0 or 1 that of one toy, for none is not certainty. */
export function binomialError(p: number, n: number): number {
  const kept = Math.min(1 - 1 / n, Math.max(1 / n, p));
  return n > 1 ? Math.sqrt((kept * (1 - kept)) / n) : 1;
}

/** CLs by `toys` pseudo-experiments with signal and as many without. */
export function toyCls(
  model: HistFactoryModel,
  mu: number,
  q: number,
  options: { toys: number; seed?: number | undefined; statistic: TestStatistic },
): ToyCls {
  requireToys('toys', options.toys, 10);
  const { seed, statistic, toys: count } = options;
  const data = observedData(model);
  const draw = (hypothesis: 'signal' | 'background'): Float64Array =>
    toyStatistics(model, data, { mu, hypothesis, seed, count, statistic });
  return clsFromToys(q, draw('signal'), draw('background'));
}

const sortedNumbers = (values: Float64Array): Float64Array => values.filter((q) => !Number.isNaN(q)).sort();

/** The fraction of sorted values at or above q, those equal within rounding included. */
function fractionFrom(sorted: Float64Array, q: number): number {
  const threshold = q - 1e-7 * (1 + q);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < threshold) low = middle + 1;
    else high = middle;
  }
  return (sorted.length - low) / sorted.length;
}
