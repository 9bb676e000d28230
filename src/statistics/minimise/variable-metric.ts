import type { InternalFunction } from './internal-function.ts';

const EPSILON = 2.220446049250313e-16;

/** Where a descent stands: point, value, gradient and inverse Hessian, all internal; updated in place. */
export interface DescentState {
  readonly u: Float64Array;
  f: number;
  readonly g: Float64Array;
  readonly v: Float64Array;
  edm: number;
}

/** `converged`: edm below the goal. `stuck`: no lower point along the best direction. `calls`: out of calls. */
export type DescentEnd = 'converged' | 'stuck' | 'calls';

/** ½ gᵀVg, the estimated distance to the minimum; writes the step −Vg to `step`. */
export function estimatedDistance(g: Float64Array, v: Float64Array, step: Float64Array): number {
  const n = g.length;
  let product = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += v[i * n + j] * g[j];
    step[i] = -sum;
    product += sum * g[i];
  }
  return 0.5 * product;
}

/** Internal one-sigma steps √(2 up V_ii), for difference steps. */
export function internalErrors(v: Float64Array, up: number, out: Float64Array): void {
  const n = out.length;
  for (let i = 0; i < n; i++) out[i] = Math.sqrt(2 * up * Math.max(v[i * n + i], 1e-300));
}

/**
 * Variable-metric descent from `state` (Fletcher, Comput. J. 13 (1970) 317: BFGS update of the inverse Hessian, with a
 * parabolic line search) until the estimated vertical distance to the minimum is below `goal` or `maxCalls` are used.
 */
export function descend(fn: InternalFunction, state: DescentState, goal: number, maxCalls: number): DescentEnd {
  const n = fn.n;
  const { u, g, v } = state;
  const step = new Float64Array(n);
  const trial = new Float64Array(n);
  const best = new Float64Array(n);
  const gNew = new Float64Array(n);
  const vy = new Float64Array(n);
  const errors = new Float64Array(n);
  for (;;) {
    state.edm = estimatedDistance(g, v, step);
    if (state.edm >= 0 && state.edm < goal) return 'converged';
    if (!(state.edm > 0)) return 'stuck';
    if (fn.calls >= maxCalls) return 'calls';
    let longest = 0;
    for (let k = 0; k < n; k++) if (fn.periodic(k)) longest = Math.max(longest, Math.abs(step[k]));
    if (longest > 0.8) for (let k = 0; k < n; k++) step[k] *= 0.8 / longest;
    let slope = 0;
    for (let k = 0; k < n; k++) slope += step[k] * g[k];

    const rounding = 4 * EPSILON * Math.abs(state.f);
    let bestF = state.f;
    let t = 1;
    let accepted = 0;
    for (let attempt = 0; attempt < 24; attempt++) {
      for (let k = 0; k < n; k++) trial[k] = u[k] + t * step[k];
      const f = fn.value(trial);
      if (f < bestF || (accepted === 0 && f <= state.f + rounding && -slope * t < 1e-3 * fn.checked.up)) {
        bestF = f;
        accepted = t;
        best.set(trial);
      } else if (accepted !== 0) break;
      const rise = f - state.f - t * slope;
      const vertex = Number.isFinite(rise) && rise > 0 ? (-0.5 * slope * t * t) / rise : 4 * t;
      if (accepted !== 0 && f <= state.f + 1e-4 * t * slope + rounding) {
        if (vertex < 1.6 * t || attempt >= 4) break;
        t = Math.min(vertex, 5 * t);
        if (longest * t > 1.6) break;
      } else {
        t *= Number.isFinite(f) ? Math.min(0.5, Math.max(0.1, vertex / t)) : 0.2;
      }
    }
    if (accepted === 0) return 'stuck';

    internalErrors(v, fn.checked.up, errors);
    fn.gradient(best, bestF, errors, gNew);
    let sy = 0;
    let yvy = 0;
    let ss = 0;
    let yy = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += v[i * n + j] * (gNew[j] - g[j]);
      vy[i] = sum;
      const y = gNew[i] - g[i];
      step[i] = best[i] - u[i];
      sy += step[i] * y;
      yvy += y * sum;
      ss += step[i] * step[i];
      yy += y * y;
    }
    if (sy > 1e-12 * Math.sqrt(ss * yy)) {
      const scale = (1 + yvy / sy) / sy;
      for (let i = 0; i < n; i++)
        for (let j = 0; j <= i; j++) {
          const change = scale * step[i] * step[j] - (vy[i] * step[j] + step[i] * vy[j]) / sy;
          v[i * n + j] += change;
          if (j !== i) v[j * n + i] += change;
        }
    }
    u.set(best);
    state.f = bestF;
    g.set(gNew);
    for (let k = 0; k < n; k++) if (!Number.isFinite(g[k])) return 'stuck';
  }
}
