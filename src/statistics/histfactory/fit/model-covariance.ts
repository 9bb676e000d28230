import { cholesky, choleskyInverse } from '../../minimise/cholesky.ts';
import { correlationMatrix } from '../../minimise/covariance.ts';
import type { ModelData } from '../model/model.ts';
import type { ModelFitter } from './model-fit.ts';

export interface ModelCovariance {
  /** 2·H⁻¹ for −2 ln L, n × n, row after row; zero rows for parameters that are fixed, on a bound or without effect. */
  readonly covariance: Float64Array;
  readonly correlation: Float64Array;
  /** √V_ii; on a bound the distance inwards that costs one unit; 0 where fixed or without effect. */
  readonly errors: Float64Array;
  readonly atLimit: readonly string[];
  /** Parameters that no bin and no constraint determines. */
  readonly undetermined: readonly string[];
  readonly reason: string | null;
}

/** Parabolic errors of a fit from the exact second derivatives of the likelihood at `theta` (HESSE). */
export function modelCovariance(fitter: ModelFitter, data: ModelData, theta: Float64Array): ModelCovariance {
  const { parameters } = fitter.model;
  const n = parameters.length;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  fitter.likelihood.derivatives(data, theta, gradient, hessian);
  const free: number[] = [];
  const atLimit: string[] = [];
  const undetermined: string[] = [];
  const errors = new Float64Array(n);
  for (const [p, { name, fixed, lower, upper }] of parameters.entries()) {
    if (fixed) continue;
    const g = Math.abs(gradient[p]);
    const h = Math.max(0, hessian[p * n + p]);
    if (theta[p] <= lower || theta[p] >= upper) {
      atLimit.push(name);
      errors[p] = h > 0 ? (Math.sqrt(g * g + 2 * h) - g) / h : g > 0 ? 1 / g : 0;
    } else if (h === 0 && g === 0) undetermined.push(name);
    else free.push(p);
  }
  const m = free.length;
  const scale = free.map((p) => 1 / Math.sqrt(Math.max(hessian[p * n + p], 1e-300)));
  const matrix = new Float64Array(m * m);
  for (let k = 0; k < m; k++)
    for (let l = 0; l < m; l++) matrix[k * m + l] = hessian[free[k] * n + free[l]] * scale[k] * scale[l];
  const covariance = new Float64Array(n * n);
  const stopped = cholesky(matrix, m, 1e-11);
  if (stopped >= 0) {
    const name = parameters[free[stopped]].name;
    return {
      covariance,
      correlation: correlationMatrix(covariance, n),
      errors,
      atLimit,
      undetermined: [...undetermined, name],
      reason: `the data do not determine '${name}' apart from the others: the curvature there is not positive.`,
    };
  }
  const inverse = new Float64Array(m * m);
  choleskyInverse(matrix, m, inverse);
  for (let k = 0; k < m; k++)
    for (let l = 0; l < m; l++) covariance[free[k] * n + free[l]] = 2 * inverse[k * m + l] * scale[k] * scale[l];
  for (const p of free) errors[p] = Math.sqrt(covariance[p * n + p]);
  return { covariance, correlation: correlationMatrix(covariance, n), errors, atLimit, undetermined, reason: null };
}
