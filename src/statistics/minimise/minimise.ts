import { cholesky, choleskyInverse, flatDirection, forcedInverse } from './cholesky.ts';
import { externalErrors } from './covariance.ts';
import { curvature } from './curvature.ts';
import { InternalFunction } from './internal-function.ts';
import { type CheckedProblem, checkProblem, type MinimisationProblem, type Minimum } from './problem.ts';
import { type DescentState, descend, estimatedDistance, internalErrors } from './variable-metric.ts';

const EPSILON = 2.220446049250313e-16;

/** When to stop, and what to start from. */
export interface MinimiseOptions {
  /** Goal of the estimated vertical distance, in units of `up`; default 1e-9 (MIGRAD's default tolerance is 2e-4). */
  readonly edm?: number | undefined;
  /** Most calls of the function; default 400 + 200 n + 10 n². */
  readonly maxCalls?: number | undefined;
  /**
   * Compute the full Hessian at the end (default), so that the covariance is exact and the distance is checked with
   * it. Without it covariance and distance come from the variable-metric estimate: for inner minimisations.
   */
  readonly hesse?: boolean | undefined;
  /** A covariance (external, n × n) to start from, as from an earlier minimum of a similar function. */
  readonly covariance?: ArrayLike<number> | undefined;
}

/** The smallest pivot, relative to its diagonal element, that counts as positive curvature. */
const flatTolerance = (fn: InternalFunction): number => (fn.analytic ? 1e-10 : 3e-6);

/**
 * The minimum of `problem` by variable metric (MIGRAD's method: F. James, M. Roos, Comput. Phys. Commun. 10 (1975)
 * 343), followed by HESSE: values, covariance V = 2·up·H⁻¹, parabolic errors, estimated vertical distance (EDM).
 *
 * `valid` is true only when the EDM, computed with the true Hessian, is below the goal and the Hessian is positive
 * definite; otherwise `reason` says what went wrong, and `values` are the best point seen, which is not a fit.
 * Numerical derivatives where the problem brings no gradient. Bounds by transformation, so `value` is never called
 * outside of them.
 * @throws InvalidInput when the problem itself is wrong (see `checkProblem`).
 */
export function minimise(problem: MinimisationProblem, options: MinimiseOptions = {}): Minimum {
  const checked = checkProblem(problem);
  const fn = new InternalFunction(problem, checked);
  const n = fn.n;
  const up = checked.up;
  const wantHesse = options.hesse ?? true;
  const maxCalls = options.maxCalls ?? 400 + 200 * n + 10 * n * n;
  const state: DescentState = {
    u: new Float64Array(n),
    f: 0,
    g: new Float64Array(n),
    v: new Float64Array(n * n),
    edm: 0,
  };
  fn.internal(checked.start, state.u, options.covariance === undefined ? 0.05 : 1e-3);
  state.f = fn.value(state.u);
  if (!Number.isFinite(state.f)) {
    fn.internal(checked.start, state.u);
    state.f = fn.value(state.u);
  }
  if (!Number.isFinite(state.f))
    return finish(fn, checked, state, null, 'the function is not finite at the start values.');
  if (n === 0) return finish(fn, checked, state, null, null);

  const sigma = new Float64Array(n);
  const step = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const goal = (f: number): number => Math.max((options.edm ?? 1e-9) * up, 16 * EPSILON * Math.abs(f));
  startMetric(fn, state, sigma, options.covariance);
  if (!state.g.every(Number.isFinite))
    return finish(fn, checked, state, null, 'the gradient is not finite at the start values.');

  let flat = '';
  let distance = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 8; pass++) {
    const end = descend(fn, state, goal(state.f), maxCalls);
    if (state.f === Number.NEGATIVE_INFINITY)
      return finish(fn, checked, state, null, 'the function has no lower bound: it reached −Infinity.');
    if (end === 'calls')
      return finish(
        fn,
        checked,
        state,
        null,
        `no convergence within ${maxCalls} calls (EDM ${state.edm.toPrecision(3)}).`,
      );
    if (!wantHesse && end === 'converged') return finish(fn, checked, state, state.v, null);
    internalErrors(state.v, up, sigma);
    if (!curvature(fn, state.u, state.f, sigma, hessian))
      return finish(fn, checked, state, null, 'the function is not finite around the point found.');
    const escaped = invertOrEscape(fn, state, hessian, sigma);
    flat = escaped.flat;
    if (escaped.moved) continue;
    internalErrors(state.v, up, sigma);
    fn.gradient(state.u, state.f, sigma, state.g);
    const before = distance;
    distance = estimatedDistance(state.g, state.v, step);
    state.edm = distance;
    if (distance >= 0 && distance < goal(state.f)) {
      polish(fn, state, step);
      break;
    }
    if (end === 'stuck' && distance >= 0.5 * before) break;
  }
  if (flat !== '') return finish(fn, checked, state, null, flat);
  // Rounding can stop the descent short of the goal; MIGRAD's own default tolerance is then still required.
  const needed = Math.max(goal(state.f), Math.min(1e3 * goal(state.f), 2e-4 * up));
  if (!(state.edm >= 0 && state.edm < needed))
    return finish(
      fn,
      checked,
      state,
      null,
      `the descent stopped at an estimated distance of ${state.edm.toPrecision(3)}, above the goal ${needed.toPrecision(2)}: the function is not smooth there, or unbounded.`,
    );
  return finish(fn, checked, state, state.v, null);
}

/** One last Newton step with the true Hessian, kept when it does not lead up. */
function polish(fn: InternalFunction, state: DescentState, step: Float64Array): void {
  const trial = new Float64Array(fn.n);
  for (let k = 0; k < fn.n; k++) trial[k] = state.u[k] + step[k];
  const f = fn.value(trial);
  if (!(f <= state.f + 4 * EPSILON * Math.abs(state.f))) return;
  state.u.set(trial);
  state.f = Math.min(f, state.f);
}

/** Gradient and inverse Hessian at the start: from a given covariance, else from derivatives there. */
function startMetric(
  fn: InternalFunction,
  state: DescentState,
  sigma: Float64Array,
  covariance: ArrayLike<number> | undefined,
): void {
  const n = fn.n;
  const { up, errors, names } = fn.checked;
  for (let k = 0; k < n; k++) {
    const slope = Math.abs(fn.slope(k, state.u[k]));
    const guess = errors[fn.free[k]] / Math.max(slope, 1e-3 * (fn.periodic(k) ? errors[fn.free[k]] : 1));
    sigma[k] = fn.periodic(k) ? Math.min(0.5, guess) : guess;
  }
  state.v.fill(0);
  if (covariance !== undefined) {
    for (let k = 0; k < n; k++)
      for (let m = 0; m < n; m++) {
        const slopes = fn.slope(k, state.u[k]) * fn.slope(m, state.u[m]);
        state.v[k * n + m] = covariance[fn.free[k] * names.length + fn.free[m]] / (2 * up * slopes);
      }
    const check = Float64Array.from(state.v);
    if (state.v.every(Number.isFinite) && cholesky(check, n, 1e-14) < 0) {
      internalErrors(state.v, up, sigma);
      fn.gradient(state.u, state.f, sigma, state.g);
      return;
    }
    state.v.fill(0);
  }
  const hessian = new Float64Array(n * n);
  if (fn.analytic && curvature(fn, state.u, state.f, sigma, hessian, false)) forcedInverse(hessian, n, state.v);
  else diagonalMetric(fn, state, sigma);
  internalErrors(state.v, up, sigma);
  fn.gradient(state.u, state.f, sigma, state.g);
}

/** A diagonal inverse Hessian from second differences of the value along each axis. */
function diagonalMetric(fn: InternalFunction, state: DescentState, sigma: Float64Array): void {
  const n = fn.n;
  const { up } = fn.checked;
  const point = Float64Array.from(state.u);
  for (let k = 0; k < n; k++) {
    let found = sigma[k];
    for (let attempt = 0; attempt < 4; attempt++) {
      const step = 1e-2 * found;
      point[k] = state.u[k] + step;
      const high = fn.value(point);
      point[k] = state.u[k] - step;
      const low = fn.value(point);
      point[k] = state.u[k];
      const second = (high - state.f + (low - state.f)) / (step * step);
      if (!Number.isFinite(second)) {
        found *= 0.1;
        continue;
      }
      const measured = second > 0 ? Math.sqrt((2 * up) / second) : found;
      const ratio = measured / found;
      found = Math.min(Math.max(measured, found / 100), found * 100);
      if (ratio < 5 && ratio > 0.2) break;
    }
    state.v[k * n + k] = (found * found) / (2 * up);
  }
}

/**
 * Puts the inverse of `hessian` into the state. When it is not positive definite, looks for a lower point along the
 * direction of non-positive curvature; `flat` names the parameters concerned when there is none.
 */
function invertOrEscape(
  fn: InternalFunction,
  state: DescentState,
  hessian: Float64Array,
  sigma: Float64Array,
): { moved: boolean; flat: string } {
  const n = fn.n;
  const scaled = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) scaled[i * n + j] = hessian[i * n + j] * sigma[i] * sigma[j];
  const row = cholesky(scaled, n, flatTolerance(fn));
  if (row < 0) {
    choleskyInverse(scaled, n, state.v);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) state.v[i * n + j] *= sigma[i] * sigma[j];
    return { moved: false, flat: '' };
  }
  const direction = flatDirection(scaled, n, row);
  const trial = new Float64Array(n);
  const noise = 16 * EPSILON * Math.abs(state.f) + 1e-9 * fn.checked.up;
  forcedInverse(hessian, n, state.v);
  for (const length of [0.1, 1, 5, 25])
    for (const sign of [1, -1]) {
      for (let k = 0; k < n; k++) trial[k] = state.u[k] + sign * length * direction[k] * sigma[k];
      const f = fn.value(trial);
      if (f < state.f - noise) {
        state.u.set(trial);
        state.f = f;
        fn.gradient(state.u, state.f, sigma, state.g);
        return { moved: true, flat: '' };
      }
    }
  const largest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  const names = [...fn.free]
    .filter((_, k) => Math.abs(direction[k]) > 0.1 * largest)
    .slice(0, 6)
    .map((i) => `'${fn.checked.names[i]}'`);
  const which = names.length === 1 ? `parameter ${names[0]}` : `a combination of ${names.join(', ')}`;
  return { moved: false, flat: `the function does not determine ${which}: its curvature there is not positive.` };
}

function finish(
  fn: InternalFunction,
  checked: CheckedProblem,
  state: DescentState,
  metric: Float64Array | null,
  reason: string | null,
): Minimum {
  const values = Float64Array.from(checked.start);
  fn.external(state.u, values);
  const { errors, covariance, atLimit } = externalErrors(fn, state.u, metric);
  return {
    names: checked.names,
    values,
    errors,
    covariance,
    value: state.f,
    edm: reason === null ? Math.max(0, state.edm) : state.edm,
    calls: fn.calls,
    atLimit,
    valid: reason === null,
    reason,
  };
}
