import { exp, log } from '../../../math/elementary.ts';
import { halfDeviance, normalCdf, poissonCdf, poissonPmf, stirlingError } from '../../../math/special/index.ts';
import { type AveragingPoints, singlePoint } from '../averaging.ts';
import { logAverageOver } from '../background/background-average.ts';
import { backgroundDensity } from '../background/background-density.ts';
import { type BackgroundModel, isFixed } from '../background/background-model.ts';
import { countProbabilities } from './count-probabilities.ts';
import { logCountCdf } from './count-probability.ts';

/** The distribution of a count whose Poisson mean is spread out. */
export interface CountDistribution {
  /** P(N = n). */
  readonly probability: (n: number) => number;
  /** The smallest n with P(N ≤ n) ≥ p, 0 ≤ p < 1; MOST_COUNT where it is larger. */
  readonly quantile: (p: number) => number;
}

/** Counts are not followed further: a double holds no larger whole numbers exactly. */
export const MOST_COUNT = 2 ** 51;
/** Counts up to here come from one table. */
const TABLE = 300;
const HALF_LOG_TWO_PI = 0.9189385332046728;

function quantileOf(cumulative: (n: number) => number, firstStep: number): (p: number) => number {
  return (p) => {
    let low = -1;
    let high = 0;
    for (let step = Math.max(1, Math.ceil(firstStep)); cumulative(high) < p; step *= 2) {
      low = high;
      high += step;
      // A rounded sum of weights may stay below a p next to 1.
      if (high >= MOST_COUNT) return MOST_COUNT;
    }
    while (high - low > 1) {
      const middle = Math.floor(0.5 * (low + high));
      if (cumulative(middle) >= p) high = middle;
      else low = middle;
    }
    return high;
  };
}

/** The distribution of a Poisson count whose mean has the distribution given as points and weights. */
export function countDistribution({ values, weights }: AveragingPoints): CountDistribution {
  const average = (f: (mean: number) => number): number => {
    let sum = 0;
    for (let j = 0; j < values.length; j++) sum += weights[j] * f(values[j]);
    return sum;
  };
  const mean = average((b) => b);
  const deviation = Math.sqrt(mean + average((b) => (b - mean) * (b - mean)));
  return {
    probability: (n) => average((b) => poissonPmf(n, b)),
    quantile: quantileOf((n) => average((b) => poissonCdf(n, b)), mean + deviation),
  };
}

/** The distribution of the count that a background model gives, right for any width of it. */
export function backgroundCounts(model: BackgroundModel): CountDistribution {
  const density = backgroundDensity(model);
  if (density === null || isFixed(model)) return countDistribution(singlePoint(model.value));
  const table = countProbabilities(model, TABLE);
  const first = table === null ? null : table.scaled.map((p) => p * exp(table.logScale));
  const summed = first === null ? null : Float64Array.from(first);
  if (summed !== null) for (let n = 1; n <= TABLE; n++) summed[n] += summed[n - 1];
  const known = new Map<number, number>();
  const cumulative = (n: number): number => {
    if (summed !== null && n <= TABLE) return Math.min(1, summed[n]);
    let p = known.get(n);
    if (p === undefined) {
      p = exp(logCountCdf(n, model)(0));
      known.set(n, p);
    }
    return p;
  };
  const logPmf = (n: number, b: number): number =>
    n === 0 ? -b : b === 0 ? -1e300 : -stirlingError(n) - halfDeviance(n, b) - HALF_LOG_TWO_PI - 0.5 * log(n);
  return {
    probability: (n) => (first !== null && n <= TABLE ? first[n] : exp(logAverageOver(density, (b) => logPmf(n, b)))),
    quantile: quantileOf(cumulative, model.value + Math.sqrt(model.value)),
  };
}

/** Probabilities at −2, −1, 0, 1, 2 standard deviations of a Gaussian. */
export const bandProbabilities: readonly number[] = [-2, -1, 0, 1, 2].map(normalCdf);
