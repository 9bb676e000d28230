import { InvalidInput } from '../../schema/index.ts';
import { Histogram1D } from '../histograms/histogram-1d.ts';

/** Reconstructed masses in ascending order with running sums of weights: any range is summed in two look-ups. */
export class SortedMasses {
  readonly masses: Float64Array;
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;

  /**
   * Masses with weights (1 when left out), or a histogram, whose bins count at their centres.
   * Throws InvalidInput at `where` for values that are not finite or negative weights.
   */
  constructor(source: ArrayLike<number> | Histogram1D, weights?: ArrayLike<number>, where = 'masses') {
    const histogram = source instanceof Histogram1D ? source : undefined;
    const x = histogram
      ? Float64Array.from({ length: histogram.axis.bins }, (_, i) => histogram.axis.centre(i))
      : Float64Array.from(source as ArrayLike<number>);
    const w = histogram ? histogram.values : weights;
    if (w !== undefined && w.length !== x.length) {
      throw new InvalidInput(`${where}.weights`, `${w.length} weights do not match ${x.length} masses`);
    }
    const bad = x.findIndex((mass) => !Number.isFinite(mass));
    if (bad >= 0) throw new InvalidInput(`${where}[${bad}]`, `${x[bad]} is not a finite number`);
    this.#weights = new Float64Array(x.length + 1);
    this.#squares = new Float64Array(x.length + 1);
    if (w === undefined) {
      this.masses = x.sort();
      for (let k = 0; k <= x.length; k++) this.#weights[k] = this.#squares[k] = k;
      return;
    }
    for (let i = 0; i < w.length; i++) {
      if (!(w[i] >= 0) || !Number.isFinite(w[i])) {
        throw new InvalidInput(`${where}.weights[${i}]`, `${w[i]} is not a number ≥ 0`);
      }
    }
    const order = new Uint32Array(x.length).map((_, i) => i).sort((a, b) => x[a] - x[b] || a - b);
    this.masses = Float64Array.from(order, (i) => x[i]);
    for (const [k, i] of order.entries()) {
      this.#weights[k + 1] = this.#weights[k] + w[i];
      this.#squares[k + 1] = this.#squares[k] + (histogram ? histogram.variances[i] : w[i] * w[i]);
    }
  }

  /** Sum of weights in [low, high). */
  sum(low: number, high: number): number {
    return this.#weights[this.#below(high)] - this.#weights[this.#below(low)];
  }

  /** Sum of squared weights in [low, high). */
  squares(low: number, high: number): number {
    return this.#squares[this.#below(high)] - this.#squares[this.#below(low)];
  }

  /** The weights in the order of `masses`, as a new column. */
  weights(): Float64Array {
    return this.masses.map((_, i) => this.#weights[i + 1] - this.#weights[i]);
  }

  /** Sum of all weights. */
  get total(): number {
    return this.#weights[this.masses.length];
  }

  /** The mass at which the running sum of weights passes x, 0 ≤ x < total. */
  at(x: number): number {
    let low = 0;
    let high = this.masses.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#weights[middle + 1] > x) high = middle;
      else low = middle + 1;
    }
    return this.masses[low];
  }

  /** How many masses lie below x. */
  #below(x: number): number {
    let low = 0;
    let high = this.masses.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.masses[middle] < x) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
