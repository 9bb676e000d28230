import { InvalidInput } from '../../schema/index.ts';
import { cholesky, choleskyInverse } from './cholesky.ts';
import { correlationMatrix, externalErrors } from './covariance.ts';
import { curvature } from './curvature.ts';
import { InternalFunction } from './internal-function.ts';
import { checkProblem, type MinimisationProblem } from './problem.ts';

/** Errors from the second derivatives. */
export interface HesseResult {
  /** 2·up·H⁻¹, n × n, row after row; zero rows for fixed parameters and those at a bound. */
  readonly covariance: Float64Array;
  readonly correlation: Float64Array;
  readonly errors: Float64Array;
  readonly atLimit: readonly string[];
  readonly valid: boolean;
  readonly reason: string | null;
}

/**
 * Covariance and parabolic errors from the full matrix of second derivatives at `values` (MINUIT's HESSE). Not valid
 * when that matrix is not positive definite or the function is not finite around the point.
 * @throws InvalidInput when the problem is wrong or `values` has the wrong length.
 */
export function hesse(problem: MinimisationProblem, values: ArrayLike<number>): HesseResult {
  if (values.length !== problem.names.length)
    throw new InvalidInput('values', `has ${values.length} entries, but there are ${problem.names.length} parameters.`);
  const checked = checkProblem({
    names: problem.names,
    start: values,
    errors: problem.errors,
    lower: problem.lower,
    upper: problem.upper,
    fixed: problem.fixed,
    up: problem.up,
    value: problem.value,
  });
  const fn = new InternalFunction(problem, checked);
  const n = fn.n;
  const u = new Float64Array(n);
  fn.internal(values, u);
  const f = fn.value(u);
  const hessian = new Float64Array(n * n);
  const sigma = new Float64Array(n);
  for (let k = 0; k < n; k++)
    sigma[k] = Math.min(
      fn.periodic(k) ? 0.5 : Number.POSITIVE_INFINITY,
      checked.errors[fn.free[k]] / Math.max(1e-3, Math.abs(fn.slope(k, u[k]))),
    );
  let metric: Float64Array | null = null;
  let reason: string | null = null;
  if (!Number.isFinite(f) || !curvature(fn, u, f, sigma, hessian))
    reason = 'the function is not finite at or around the given point.';
  else if (cholesky(hessian, n) >= 0) reason = 'the matrix of second derivatives is not positive definite there.';
  else {
    metric = new Float64Array(n * n);
    choleskyInverse(hessian, n, metric);
  }
  const { errors, covariance, atLimit } = externalErrors(fn, u, metric);
  return {
    covariance,
    correlation: correlationMatrix(covariance, problem.names.length),
    errors,
    atLimit,
    valid: reason === null,
    reason,
  };
}
