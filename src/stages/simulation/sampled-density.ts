import type { DensityTerm } from '../../experiments/experiment.ts';
import { exp } from '../../math/elementary.ts';

/** Points of the table. */
const POINTS = 2000;

/** A density on [0, end) as a table: the probability to lie above a value, and draws. Not normalised beforehand. */
export class SampledDensity {
  readonly end: number;
  readonly #above: Float64Array;

  constructor(terms: readonly DensityTerm[], end: number) {
    this.end = end;
    this.#above = new Float64Array(POINTS + 1);
    const step = end / POINTS;
    for (let i = POINTS - 1; i >= 0; i--) this.#above[i] = this.#above[i + 1] + densityAt(terms, (i + 0.5) * step);
    const total = this.#above[0];
    for (let i = 0; i <= POINTS; i++) this.#above[i] /= total;
  }

  /** Probability to lie above x: 1 at 0 and below, 0 from `end` on, linear between the points of the table. */
  above(x: number): number {
    if (x <= 0) return 1;
    if (x >= this.end) return 0;
    const position = (x / this.end) * POINTS;
    const i = Math.floor(position);
    return this.#above[i] + (position - i) * (this.#above[i + 1] - this.#above[i]);
  }

  /** The value above which the probability is `uniform`. */
  draw(uniform: number): number {
    let low = 0;
    let high = POINTS;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#above[middle] > uniform) low = middle;
      else high = middle;
    }
    const span = this.#above[low] - this.#above[high];
    const inside = span > 0 ? (this.#above[low] - uniform) / span : 0;
    return ((low + inside) / POINTS) * this.end;
  }
}

function densityAt(terms: readonly DensityTerm[], x: number): number {
  let sum = 0;
  for (const term of terms) {
    if ('gaussian' in term) {
      const s = x / term.gaussian.width;
      sum += term.gaussian.height * exp(-0.5 * s * s);
    } else if ('exponential' in term) sum += term.exponential.height * exp(-term.exponential.rate * x);
    else sum += Math.max(0, term.line.height + term.line.slope * x);
  }
  return sum;
}
