import { log } from '../../math/elementary.ts';
import { cholesky, choleskyInverse, choleskySolve } from '../minimise/cholesky.ts';

/**
 * Maximum likelihood of Poisson counts whose means are linear in a few parameters, μ_i = Σ_k θ_k a_ki, with Gaussian
 * knowledge of some: −ln L = Σ (μ_i − n_i ln μ_i) + ½ Σ_k w_k (θ_k − c_k)². The function is convex, so damped Newton
 * steps that keep every μ_i positive find the one minimum. Made for thousands of small fits: nothing is allocated.
 */
export class LinearPoissonFit {
  readonly parameters: number;
  readonly bins: number;
  /** Row k holds a_k0 … a_k,bins−1; callers fill it. */
  readonly rows: Float64Array;
  /** Weights 1/σ² and centres of the Gaussian knowledge; weight 0 for none. */
  readonly weights: Float64Array;
  readonly centres: Float64Array;
  /** Parameter values: the start going in, the minimum coming out. */
  readonly theta: Float64Array;
  readonly means: Float64Array;
  readonly #gradient: Float64Array;
  readonly #hessian: Float64Array;
  readonly #work: Float64Array;
  readonly #step: Float64Array;
  readonly #shift: Float64Array;

  constructor(parameters: number, bins: number) {
    this.parameters = parameters;
    this.bins = bins;
    this.rows = new Float64Array(parameters * bins);
    [this.weights, this.centres, this.theta, this.#gradient, this.#step] = Array.from(
      { length: 5 },
      () => new Float64Array(parameters),
    ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    this.means = new Float64Array(bins);
    this.#shift = new Float64Array(bins);
    this.#hessian = new Float64Array(parameters * parameters);
    this.#work = new Float64Array(parameters * parameters);
  }

  /**
   * −ln L at its minimum over the parameters from `first` on; those before stay as they are in `theta`. The start must
   * have positive means wherever there are counts; where it has not, +Infinity is returned and nothing moves.
   */
  minimise(counts: Float64Array, first = 0): number {
    const { parameters, bins, theta, means } = this;
    const free = parameters - first;
    let value = this.#value(counts);
    if (free === 0 || value === Number.POSITIVE_INFINITY) return value;
    for (let iteration = 0; iteration < 60; iteration++) {
      this.#derivatives(counts, first);
      let shift = 0;
      for (;;) {
        for (let k = 0; k < free; k++) {
          for (let l = 0; l <= k; l++) this.#work[k * free + l] = this.#hessian[k * free + l];
          this.#work[k * free + k] *= 1 + shift;
          this.#work[k * free + k] += 1e-300;
          this.#step[k] = -this.#gradient[k];
        }
        if (cholesky(this.#work, free, 1e-13) < 0) break;
        shift = shift === 0 ? 1e-9 : shift * 100;
        if (shift > 1e12) return value;
      }
      choleskySolve(this.#work, free, this.#step);
      let fall = 0;
      for (let k = 0; k < free; k++) fall -= this.#gradient[k] * this.#step[k];
      if (!(fall > 0)) return value;
      this.#shift.fill(0);
      for (let k = 0; k < free; k++) {
        const offset = (first + k) * bins;
        for (let i = 0; i < bins; i++) this.#shift[i] += this.#step[k] * this.rows[offset + i];
      }
      let length = 1;
      for (let i = 0; i < bins; i++) {
        if (this.#shift[i] < 0) length = Math.min(length, (-0.95 * means[i]) / this.#shift[i]);
      }
      if (fall < 1e-7) {
        // So near the minimum rounding hides any fall of the value, and the Newton step is exact.
        for (let k = 0; k < free; k++) theta[first + k] += length * this.#step[k];
        return this.#value(counts);
      }
      let moved = false;
      for (let half = 0; half < 40; half++, length *= 0.5) {
        for (let k = 0; k < free; k++) theta[first + k] += length * this.#step[k];
        const next = this.#value(counts);
        if (next <= value - 1e-4 * length * fall) {
          moved = value - next > 1e-13 * (1 + Math.abs(value));
          value = next;
          break;
        }
        for (let k = 0; k < free; k++) theta[first + k] -= length * this.#step[k];
        if (half === 39) this.#value(counts);
      }
      if (!moved) return value;
    }
    return value;
  }

  /** ∂(−ln L)/∂θ_k at the current point. */
  slope(counts: Float64Array, k: number): number {
    let sum = this.weights[k] * (this.theta[k] - this.centres[k]);
    for (let i = 0; i < this.bins; i++) {
      const a = this.rows[k * this.bins + i];
      sum += a;
      if (counts[i] > 0) sum -= (a * counts[i]) / this.means[i];
    }
    return sum;
  }

  /** Writes the covariance of the parameters from `first` on (row by row) to `out`; false where it does not exist. */
  covariance(counts: Float64Array, first: number, out: Float64Array): boolean {
    const free = this.parameters - first;
    this.#derivatives(counts, first);
    this.#work.set(this.#hessian);
    if (cholesky(this.#work, free, 1e-13) >= 0) return false;
    choleskyInverse(this.#work, free, out);
    return true;
  }

  #value(counts: Float64Array): number {
    const { parameters, bins, rows, theta, means, weights, centres } = this;
    means.fill(0);
    for (let k = 0; k < parameters; k++) {
      const factor = theta[k];
      if (factor === 0) continue;
      for (let i = 0; i < bins; i++) means[i] += factor * rows[k * bins + i];
    }
    let sum = 0;
    for (let i = 0; i < bins; i++) {
      const mu = means[i];
      if (mu < 0 || (mu === 0 && counts[i] > 0)) return Number.POSITIVE_INFINITY;
      sum += mu;
      if (counts[i] > 0) sum -= counts[i] * log(mu);
    }
    for (let k = 0; k < parameters; k++) {
      const pull = theta[k] - centres[k];
      if (weights[k] > 0) sum += 0.5 * weights[k] * pull * pull;
    }
    return sum;
  }

  #derivatives(counts: Float64Array, first: number): void {
    const { parameters, bins, rows, means, weights } = this;
    const free = parameters - first;
    for (let k = 0; k < free; k++) {
      this.#gradient[k] = this.slope(counts, first + k);
      for (let l = 0; l <= k; l++) {
        let sum = k === l ? weights[first + k] : 0;
        const [offsetK, offsetL] = [(first + k) * bins, (first + l) * bins];
        for (let i = 0; i < bins; i++) {
          if (counts[i] > 0) sum += (counts[i] * rows[offsetK + i] * rows[offsetL + i]) / (means[i] * means[i]);
        }
        this.#hessian[k * free + l] = sum;
      }
    }
  }
}
