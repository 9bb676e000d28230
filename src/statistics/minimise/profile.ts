import { minimise } from './minimise.ts';
import type { MinimisationProblem, Minimum } from './problem.ts';

/**
 * The function minimised over all parameters but those at `positions`, which are set to the given `values`: returns
 * its value there. Starts each time from the last point found, moved along the covariance of `minimum`.
 */
export function profileOver(
  problem: MinimisationProblem,
  minimum: Minimum,
  positions: readonly number[],
): (values: readonly number[]) => { f: number; ok: boolean; calls: number; at: Float64Array } {
  const n = problem.names.length;
  const fixed = problem.names.map((_, i) => positions.includes(i) || problem.fixed?.[i] === true);
  const start = Float64Array.from(minimum.values);
  const covariance = conditional(minimum.covariance, n, positions);
  const errors = Float64Array.from(minimum.errors, (e) => (e > 0 ? e : 0.1));
  const inner: MinimisationProblem = {
    names: problem.names,
    start,
    errors,
    lower: problem.lower,
    upper: problem.upper,
    fixed,
    up: problem.up,
    value: (x) => problem.value(x),
    ...(problem.gradient && { gradient: (x: Float64Array, out: Float64Array) => problem.gradient!(x, out) }),
  };
  return (values) => {
    for (let p = 0; p < positions.length; p++)
      shift(start, minimum.covariance, n, positions[p], values[p], fixed, problem);
    for (let p = 0; p < positions.length; p++) start[positions[p]] = values[p];
    const found = minimise(inner, { hesse: false, covariance, edm: 1e-10 });
    if (!found.valid) {
      const again = minimise(inner, { hesse: true });
      if (!again.valid) return { f: again.value, ok: false, calls: found.calls + again.calls, at: again.values };
      start.set(again.values);
      return { f: again.value, ok: true, calls: found.calls + again.calls, at: again.values };
    }
    start.set(found.values);
    return { f: found.value, ok: true, calls: found.calls, at: found.values };
  };
}

/** Moves the other parameters along the regression on parameter `i` when that goes to `value`, inside their bounds. */
function shift(
  start: Float64Array,
  covariance: Float64Array,
  n: number,
  i: number,
  value: number,
  fixed: readonly boolean[],
  problem: MinimisationProblem,
): void {
  const variance = covariance[i * n + i];
  if (!(variance > 0)) return;
  const move = (value - start[i]) / variance;
  for (let j = 0; j < n; j++) {
    if (fixed[j]) continue;
    const moved = start[j] + covariance[j * n + i] * move;
    const low = problem.lower?.[j] ?? Number.NEGATIVE_INFINITY;
    const high = problem.upper?.[j] ?? Number.POSITIVE_INFINITY;
    if (moved > low && moved < high) start[j] = moved;
  }
}

/** The covariance of the other parameters when those at `positions` are known exactly. */
function conditional(covariance: Float64Array, n: number, positions: readonly number[]): Float64Array {
  const out = Float64Array.from(covariance);
  for (const i of positions) {
    const variance = out[i * n + i];
    if (!(variance > 0)) continue;
    const column = Float64Array.from({ length: n }, (_, j) => out[j * n + i]);
    for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) out[a * n + b] -= (column[a] * column[b]) / variance;
  }
  return out;
}
