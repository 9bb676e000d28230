import { normalQuantile, poissonAtLeast, poissonPmf } from '../../math/special/index.ts';
import { backgroundPoints } from '../counting/averaging.ts';
import type { BackgroundModel } from '../counting/background/background-model.ts';

/**
 * Local p-values of one window as a function of the count: P(N ≥ n | b), averaged over the background's Gaussian
 * uncertainty cut off at zero. Usual counts come from one table, summed from its far end; each other count is worked
 * out once.
 */
export class LocalPValues {
  readonly #means: Float64Array;
  readonly #weights: Float64Array;
  readonly #known: number[] = [];
  readonly #tableEnd: number;
  #table: Float64Array | undefined;

  constructor(background: number, error: number) {
    const model: BackgroundModel =
      error > 0 ? { kind: 'gauss', value: background, error } : { kind: 'fixed', value: background };
    const { values, weights } = backgroundPoints(model);
    this.#means = values;
    this.#weights = weights;
    this.#tableEnd = Math.ceil(background + 8 * Math.sqrt(background + error * error) + 20);
  }

  /** p for a whole count n ≥ 0; 1 for n = 0. */
  p(n: number): number {
    if (n < this.#tableEnd && this.#tableEnd <= LARGEST_TABLE) {
      this.#table ??= this.#tabulate();
      return this.#table[n];
    }
    this.#known[n] ??= this.#exact(n);
    return this.#known[n];
  }

  #exact(n: number): number {
    let value = 0;
    for (let j = 0; j < this.#means.length; j++) value += this.#weights[j] * poissonAtLeast(n, this.#means[j]);
    return Math.min(1, value);
  }

  /** Averaged probabilities of each count, by recurrence from the most likely one, then summed from the far end. */
  #tabulate(): Float64Array {
    const end = this.#tableEnd;
    const table = new Float64Array(end + 1);
    for (let j = 0; j < this.#means.length; j++) {
      const mean = this.#means[j];
      const middle = Math.min(end - 1, Math.floor(mean));
      const peak = this.#weights[j] * poissonPmf(middle, mean);
      for (let k = middle, q = peak; k < end && q > 0; k++) {
        table[k] += q;
        q *= mean / (k + 1);
      }
      for (let k = middle, q = peak; k > 0 && q > 0 && mean > 0; k--) {
        q *= k / mean;
        table[k - 1] += q;
      }
    }
    table[end] = this.#exact(end);
    for (let k = end - 1; k >= 0; k--) table[k] = Math.min(1, table[k] + table[k + 1]);
    table[0] = 1;
    return table;
  }
}

/** Counts up to here are tabulated. */
const LARGEST_TABLE = 100_000;

/** The one-sided significance of a local p-value, between −40 and 40 so that it stays a finite number. */
export function localSignificance(p: number): number {
  if (p >= 1) return -40;
  return p <= 0 ? 40 : Math.max(-40, Math.min(40, -normalQuantile(p)));
}
