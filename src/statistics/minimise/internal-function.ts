import { asin, cbrt, cos, sin } from '../../math/elementary.ts';
import type { CheckedProblem, MinimisationProblem } from './problem.ts';

const EPSILON = 2.220446049250313e-16;

/**
 * The function in the unbounded internal coordinates u of its free parameters:
 * x = a + (b − a)(sin u + 1)/2 between two bounds, x = a − 1 + √(u² + 1) above one, x = b + 1 − √(u² + 1) below one,
 * x = u without (F. James, MINUIT, CERN D506). Keeps scratch arrays; counts its calls.
 */
export class InternalFunction {
  readonly problem: MinimisationProblem;
  readonly checked: CheckedProblem;
  /** Positions of the free parameters in the problem's list. */
  readonly free: Int32Array;
  readonly n: number;
  /** The external point last evaluated. */
  readonly x: Float64Array;
  calls = 0;
  private readonly full: Float64Array;
  private readonly work: Float64Array;

  constructor(problem: MinimisationProblem, checked: CheckedProblem) {
    this.problem = problem;
    this.checked = checked;
    const free: number[] = [];
    for (let i = 0; i < checked.names.length; i++) if (!checked.fixed[i]) free.push(i);
    this.free = Int32Array.from(free);
    this.n = free.length;
    this.x = Float64Array.from(checked.start);
    this.full = new Float64Array(checked.names.length);
    this.work = new Float64Array(this.n);
  }

  /** Writes the external values that belong to `u` to `x` (fixed parameters keep their start values). */
  external(u: Float64Array, x: Float64Array): void {
    const { lower, upper } = this.checked;
    for (let k = 0; k < this.n; k++) {
      const i = this.free[k];
      const a = lower[i];
      const b = upper[i];
      const hasLower = a !== Number.NEGATIVE_INFINITY;
      const hasUpper = b !== Number.POSITIVE_INFINITY;
      if (hasLower && hasUpper) x[i] = Math.min(b, Math.max(a, a + 0.5 * (b - a) * (sin(u[k]) + 1)));
      else if (hasLower) x[i] = a - 1 + Math.sqrt(u[k] * u[k] + 1);
      else if (hasUpper) x[i] = b + 1 - Math.sqrt(u[k] * u[k] + 1);
      else x[i] = u[k];
    }
  }

  /** Writes the internal coordinates of `x` to `u`. A value on or very near a bound is first moved inwards by `nudge`. */
  internal(x: ArrayLike<number>, u: Float64Array, nudge = 0): void {
    const { lower, upper, errors } = this.checked;
    for (let k = 0; k < this.n; k++) {
      const i = this.free[k];
      const a = lower[i];
      const b = upper[i];
      const hasLower = a !== Number.NEGATIVE_INFINITY;
      const hasUpper = b !== Number.POSITIVE_INFINITY;
      let value = x[i];
      if (hasLower) value = Math.max(value, a + nudge * errors[i]);
      if (hasUpper) value = Math.min(value, b - nudge * errors[i]);
      if (hasLower && hasUpper) u[k] = asin(Math.min(1, Math.max(-1, (2 * (value - a)) / (b - a) - 1)));
      else if (hasLower) u[k] = Math.sqrt(Math.max(0, (value - a + 1) * (value - a + 1) - 1));
      else if (hasUpper) u[k] = Math.sqrt(Math.max(0, (b - value + 1) * (b - value + 1) - 1));
      else u[k] = value;
    }
  }

  /** dx/du of the k-th free parameter. */
  slope(k: number, u: number): number {
    const i = this.free[k];
    const a = this.checked.lower[i];
    const b = this.checked.upper[i];
    const hasLower = a !== Number.NEGATIVE_INFINITY;
    const hasUpper = b !== Number.POSITIVE_INFINITY;
    if (hasLower && hasUpper) return 0.5 * (b - a) * cos(u);
    if (hasLower) return u / Math.sqrt(u * u + 1);
    if (hasUpper) return -u / Math.sqrt(u * u + 1);
    return 1;
  }

  /** True when the k-th free parameter has two bounds, so that u is an angle. */
  periodic(k: number): boolean {
    const i = this.free[k];
    return this.checked.lower[i] !== Number.NEGATIVE_INFINITY && this.checked.upper[i] !== Number.POSITIVE_INFINITY;
  }

  value(u: Float64Array): number {
    this.calls++;
    this.external(u, this.x);
    const f = this.problem.value(this.x);
    return Number.isNaN(f) ? Number.POSITIVE_INFINITY : f;
  }

  /** True when the problem brought its own gradient. */
  get analytic(): boolean {
    return this.problem.gradient !== undefined;
  }

  /** The relative step of differences of order 1/`power`, in units of a parameter's error. */
  relativeStep(f: number, root: (x: number) => number): number {
    return Math.min(0.05, root((EPSILON * (Math.abs(f) + this.checked.up)) / this.checked.up));
  }

  /**
   * Writes ∂f/∂u to `out`: from the problem's gradient, else by central differences with steps scaled by `errors`
   * (internal). `f` is the value at `u`.
   */
  gradient(u: Float64Array, f: number, errors: Float64Array, out: Float64Array): void {
    const given = this.problem.gradient;
    if (given !== undefined) {
      this.calls++;
      this.external(u, this.x);
      given.call(this.problem, this.x, this.full);
      for (let k = 0; k < this.n; k++) out[k] = this.full[this.free[k]] * this.slope(k, u[k]);
      return;
    }
    const relative = this.relativeStep(f, cbrt);
    const point = this.work;
    point.set(u);
    for (let k = 0; k < this.n; k++) {
      const step = Math.max(relative * errors[k], 4e-8 * Math.abs(u[k]), 1e-14);
      point[k] = u[k] + step;
      const above = this.value(point);
      const up = point[k];
      point[k] = u[k] - step;
      const below = this.value(point);
      const width = up - point[k];
      point[k] = u[k];
      if (Number.isFinite(above) && Number.isFinite(below)) out[k] = (above - below) / width;
      else if (Number.isFinite(above)) out[k] = (above - f) / (up - u[k]);
      else out[k] = Number.isFinite(below) ? (2 * (f - below)) / width : 0;
    }
  }
}
