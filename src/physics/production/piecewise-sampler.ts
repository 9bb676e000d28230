import { exp, log } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';

/**
 * Draws from a one-dimensional density through a table: the proposal is constant within each bin and `propose` returns
 * the point; `ratio` at that point is proposal density (normalised to 1), so weight = density / ratio is exact for any
 * number of bins.
 */
export class PiecewiseSampler {
  readonly edges: Float64Array;
  /** Midpoint estimate of the integral of the density. */
  readonly integral: number;
  readonly #cumulative: Float64Array;
  readonly #density: Float64Array;

  /** `edges` ascending; `density` ≥ 0 and not zero everywhere, evaluated at bin centres (a bin never gets zero weight). */
  constructor(edges: Float64Array, density: (x: number) => number) {
    const bins = edges.length - 1;
    this.edges = edges;
    this.#density = new Float64Array(bins);
    this.#cumulative = new Float64Array(bins + 1);
    let largest = 0;
    for (let i = 0; i < bins; i++) {
      const a = edges[i];
      const b = edges[i + 1];
      const value = (density(a + 0.2 * (b - a)) + density(0.5 * (a + b)) + density(b - 0.2 * (b - a))) / 3;
      if (!(value >= 0)) throw new InvalidInput('density', `found ${value} at ${0.5 * (a + b)}, allowed is at least 0`);
      this.#density[i] = value;
      largest = Math.max(largest, value);
    }
    if (largest === 0) throw new InvalidInput('density', 'is zero everywhere, nothing can be drawn from it');
    for (let i = 0; i < bins; i++) {
      this.#density[i] = Math.max(this.#density[i], 1e-6 * largest);
      this.#cumulative[i + 1] = this.#cumulative[i] + this.#density[i] * (edges[i + 1] - edges[i]);
    }
    this.integral = this.#cumulative[bins];
  }

  /** The point at cumulative fraction u in (0, 1). */
  propose(u: number): number {
    const wanted = u * this.integral;
    const i = this.#find(this.#cumulative, wanted);
    return Math.min(this.edges[i] + (wanted - this.#cumulative[i]) / this.#density[i], this.edges[i + 1]);
  }

  /** Normalised proposal density at x (an edge belongs to the bin above; outside the table the end bins'). */
  ratio(x: number): number {
    return this.#density[this.#find(this.edges, x)] / this.integral;
  }

  #find(sorted: Float64Array, value: number): number {
    let low = 0;
    let high = sorted.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** n + 1 edges from a to b with equal ratios (a > 0). */
export function geometricEdges(a: number, b: number, n: number): Float64Array {
  const edges = new Float64Array(n + 1);
  edges[0] = a;
  const step = exp(log(b / a) / n);
  for (let i = 1; i < n; i++) edges[i] = edges[i - 1] * step;
  edges[n] = b;
  return edges;
}

/** n + 1 equally spaced edges from a to b. */
export function linearEdges(a: number, b: number, n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, i) => (i === n ? b : a + ((b - a) * i) / n));
}
