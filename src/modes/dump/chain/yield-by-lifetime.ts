import { log } from '../../../math/elementary.ts';
import type { LifetimeGrid } from './depth-histogram.ts';

/** ln of a yield at ln y, by cubic interpolation; beyond the grid ∝ 1/y for long lifetimes, nothing for short ones. */
export function interpolate(values: Float64Array, { logMin, step, count }: LifetimeGrid, logY: number): number {
  const u = (logY - logMin) / step;
  if (!(u >= 0)) return Number.NEGATIVE_INFINITY;
  if (u >= count - 1) return values[count - 1] - (u - (count - 1)) * step;
  const i = Math.floor(u);
  const f = u - i;
  const b = values[i];
  const c = values[i + 1];
  if (b === Number.NEGATIVE_INFINITY || c === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const a = i > 0 && values[i - 1] > Number.NEGATIVE_INFINITY ? values[i - 1] : 2 * b - c;
  const d = i + 2 < count ? values[i + 2] : 2 * c - b;
  return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
}

/** ln of a sum of yields by lifetime; each lifetime is added up when it is first asked for. */
export class YieldSum {
  private readonly count: number;
  private terms = 0;
  private readonly weights: number[] = [];
  private readonly yields: Float64Array[] = [];
  private readonly begins: number[] = [];
  private readonly logs: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.logs = new Float64Array(count);
  }

  /** Takes out all that was added. */
  clear(): this {
    this.terms = 0;
    return this;
  }

  /** Adds `weight` times the yields of mechanism `k`. */
  add(weight: number, yields: Float64Array, k: number): void {
    const { terms } = this;
    if (terms === 0) this.logs.fill(Number.NaN);
    this.weights[terms] = weight;
    this.yields[terms] = yields;
    this.begins[terms] = k * this.count;
    this.terms = terms + 1;
  }

  /** Interpolated at ln y, as `interpolate`. */
  at(grid: LifetimeGrid, logY: number): number {
    if (this.terms === 0) return Number.NEGATIVE_INFINITY;
    const i = Math.floor((logY - grid.logMin) / grid.step);
    if (i >= 0) for (let j = Math.max(0, Math.min(i, this.count) - 1); j < i + 3 && j < this.count; j++) this.ready(j);
    return interpolate(this.logs, grid, logY);
  }

  private ready(j: number): void {
    const { terms, weights, yields, begins, logs } = this;
    if (!Number.isNaN(logs[j])) return;
    let sum = 0;
    for (let k = 0; k < terms; k++) sum += weights[k] * yields[k][begins[k] + j];
    logs[j] = sum > 0 ? log(sum) : Number.NEGATIVE_INFINITY;
  }
}
