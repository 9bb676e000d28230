import { normalCdf, poissonCdf, poissonPmf } from '../../math/special/index.ts';
import type { AveragingPoints } from './averaging.ts';

/** The distribution of a count whose Poisson mean is spread over `means`. */
export interface CountDistribution {
  readonly mean: number;
  readonly deviation: number;
  /** P(N = n). */
  readonly probability: (n: number) => number;
  /** The smallest n with P(N ≤ n) ≥ p, 0 ≤ p < 1. */
  readonly quantile: (p: number) => number;
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
  const cumulative = (n: number): number => average((b) => poissonCdf(n, b));
  return {
    mean,
    deviation,
    probability: (n) => average((b) => poissonPmf(n, b)),
    quantile(p) {
      let low = -1;
      let high = 0;
      for (let step = Math.ceil(mean + deviation); cumulative(high) < p; step *= 2) {
        low = high;
        high += step;
        // A rounded sum of weights may stay below a p next to 1.
        if (step > 1e15) break;
      }
      while (high - low > 1) {
        const middle = Math.floor(0.5 * (low + high));
        if (cumulative(middle) >= p) high = middle;
        else low = middle;
      }
      return high;
    },
  };
}

/** Probabilities at −2, −1, 0, 1, 2 standard deviations of a Gaussian. */
export const bandProbabilities: readonly number[] = [-2, -1, 0, 1, 2].map(normalCdf);
