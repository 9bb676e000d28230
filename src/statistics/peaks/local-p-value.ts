import { normalQuantile, poissonAtLeast } from '../../math/special/index.ts';
import { backgroundPoints } from '../counting/averaging.ts';
import type { BackgroundModel } from '../counting/background-model.ts';

/**
 * Local p-values of one window as a function of the count: P(N ≥ n | b), averaged over the background's Gaussian
 * uncertainty cut off at zero. Each count is worked out once.
 */
export class LocalPValues {
  readonly #means: Float64Array;
  readonly #weights: Float64Array;
  readonly #known: number[] = [];

  constructor(background: number, error: number) {
    const model: BackgroundModel =
      error > 0 ? { kind: 'gauss', value: background, error } : { kind: 'fixed', value: background };
    const { values, weights } = backgroundPoints(model);
    this.#means = values;
    this.#weights = weights;
  }

  /** p for a whole count n ≥ 0; 1 for n = 0. */
  p(n: number): number {
    let value = this.#known[n];
    if (value === undefined) {
      value = 0;
      for (let j = 0; j < this.#means.length; j++) value += this.#weights[j] * poissonAtLeast(n, this.#means[j]);
      value = Math.min(1, value);
      this.#known[n] = value;
    }
    return value;
  }
}

/** The one-sided significance of a local p-value, between −40 and 40 so that it stays a finite number. */
export function localSignificance(p: number): number {
  if (p >= 1) return -40;
  return p <= 0 ? 40 : Math.max(-40, Math.min(40, -normalQuantile(p)));
}
