import type { InternalFunction } from './internal-function.ts';

/**
 * Writes the matrix of second derivatives ∂²f/∂u∂u at `u` to `out` (n × n). With an analytic gradient: differences of
 * the gradient (`central` or forward); otherwise second differences of the value, with steps that are adapted until
 * each costs a rise well above rounding. `errors` are first guesses of the internal errors. Returns false when the
 * function is not finite around `u`.
 */
export function curvature(
  fn: InternalFunction,
  u: Float64Array,
  f: number,
  errors: Float64Array,
  out: Float64Array,
  central = true,
): boolean {
  return fn.analytic ? fromGradients(fn, u, f, errors, out, central) : fromValues(fn, u, f, errors, out);
}

function fromGradients(
  fn: InternalFunction,
  u: Float64Array,
  f: number,
  errors: Float64Array,
  out: Float64Array,
  central: boolean,
): boolean {
  const n = fn.n;
  const point = Float64Array.from(u);
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  const relative = central ? 1e-4 : 1e-6;
  if (!central) fn.gradient(u, f, errors, below);
  for (let k = 0; k < n; k++) {
    const step = Math.max(relative * errors[k], 1e-9 * Math.abs(u[k]), 1e-14);
    point[k] = u[k] + step;
    const high = point[k];
    fn.gradient(point, f, errors, above);
    point[k] = u[k];
    let width = high - u[k];
    if (central) {
      point[k] = u[k] - step;
      width = high - point[k];
      fn.gradient(point, f, errors, below);
      point[k] = u[k];
    }
    for (let j = 0; j < n; j++) {
      out[k * n + j] = (above[j] - below[j]) / width;
      if (!Number.isFinite(out[k * n + j])) return false;
    }
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) out[i * n + j] = out[j * n + i] = 0.5 * (out[i * n + j] + out[j * n + i]);
  return true;
}

function fromValues(
  fn: InternalFunction,
  u: Float64Array,
  f: number,
  errors: Float64Array,
  out: Float64Array,
): boolean {
  const n = fn.n;
  const up = fn.checked.up;
  const relative = Math.max(
    1e-4,
    fn.relativeStep(f, (x) => Math.sqrt(Math.sqrt(x))),
  );
  const point = Float64Array.from(u);
  const steps = new Float64Array(n);
  const high = new Float64Array(n);
  const low = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let sigma = errors[k];
    for (let attempt = 0; ; attempt++) {
      const wanted = Math.max(relative * sigma, 1e-10 * Math.abs(u[k]), 1e-14);
      const step = fn.periodic(k) ? Math.min(0.3, wanted) : wanted;
      point[k] = u[k] + step;
      steps[k] = point[k] - u[k];
      high[k] = fn.value(point);
      point[k] = u[k] - steps[k];
      low[k] = fn.value(point);
      point[k] = u[k];
      const second = (high[k] - f + (low[k] - f)) / (steps[k] * steps[k]);
      out[k * n + k] = second;
      if (attempt >= 6) break;
      if (!Number.isFinite(second)) {
        sigma *= 0.1;
        continue;
      }
      const measured = second > 0 ? Math.sqrt((2 * up) / second) : 10 * sigma;
      if (measured < 3 * sigma && measured > sigma / 3) break;
      sigma = Math.min(Math.max(measured, sigma / 1000), sigma * 1000);
    }
    if (!Number.isFinite(out[k * n + k])) return false;
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      point[i] = u[i] + steps[i];
      point[j] = u[j] + steps[j];
      const both = fn.value(point);
      point[i] = u[i] - steps[i];
      point[j] = u[j] - steps[j];
      const neither = fn.value(point);
      point[i] = u[i];
      point[j] = u[j];
      const mixed = both - f - (high[i] - f) - (high[j] - f) + (neither - f) - (low[i] - f) - (low[j] - f);
      out[i * n + j] = out[j * n + i] = mixed / (2 * steps[i] * steps[j]);
      if (!Number.isFinite(out[i * n + j])) return false;
    }
  }
  return true;
}
