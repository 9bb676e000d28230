import type { InternalFunction } from './internal-function.ts';

/**
 * External errors and covariance from the internal inverse Hessian `metric` at `u` (null: unknown, zeros). A parameter
 * closer to a bound than 1/1000 of its error counts as at the limit: its covariances are zero and its error is the
 * distance inwards that raises the function by `up`.
 */
export function externalErrors(
  fn: InternalFunction,
  u: Float64Array,
  metric: Float64Array | null,
): { errors: Float64Array; covariance: Float64Array; atLimit: string[] } {
  const { names, lower, upper, up, start } = fn.checked;
  const total = names.length;
  const n = fn.n;
  const errors = new Float64Array(total);
  const covariance = new Float64Array(total * total);
  const atLimit: string[] = [];
  if (metric === null) return { errors, covariance, atLimit };
  const here = Float64Array.from(start);
  const high = Float64Array.from(start);
  const low = Float64Array.from(start);
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const sigma = Math.sqrt(2 * up * Math.max(0, metric[k * n + k]));
    const step = fn.periodic(k) ? Math.min(1.5, sigma) : sigma;
    above[k] = u[k] + step;
    below[k] = u[k] - step;
  }
  fn.external(u, here);
  fn.external(above, high);
  fn.external(below, low);
  const slopes = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const i = fn.free[k];
    const size = 0.5 * (Math.abs(high[i] - here[i]) + Math.abs(low[i] - here[i]));
    const room = Math.min(here[i] - lower[i], upper[i] - here[i]);
    if (room < 1e-3 * size) {
      atLimit.push(names[i]);
      errors[i] = size;
    } else slopes[k] = fn.slope(k, u[k]);
  }
  for (let k = 0; k < n; k++) {
    for (let m = 0; m < n; m++)
      covariance[fn.free[k] * total + fn.free[m]] = 2 * up * metric[k * n + m] * slopes[k] * slopes[m];
    if (slopes[k] !== 0) errors[fn.free[k]] = Math.sqrt(covariance[fn.free[k] * (total + 1)]);
  }
  return { errors, covariance, atLimit };
}

/** The correlation matrix of a covariance (n × n, row after row): 1 on the diagonal, 0 where a variance is zero. */
export function correlationMatrix(covariance: ArrayLike<number>, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const norm = Math.sqrt(covariance[i * n + i] * covariance[j * n + j]);
      out[i * n + j] = i === j ? 1 : norm > 0 ? covariance[i * n + j] / norm : 0;
    }
  return out;
}
