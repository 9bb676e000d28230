import { InvalidInput } from '../../schema/index.ts';
import { cholesky, choleskyInverse } from '../minimise/cholesky.ts';
import { fitObjective } from './fit.ts';
import { constraintObjective, type FitObjective, type GaussianConstraint, jointObjective } from './fit-objective.ts';
import type { FitResult } from './fit-result.ts';
import type { PolynomialTemplate } from './polynomial-template.ts';
import type { ParameterSettings } from './starting-points.ts';

/** A measured spectrum: one value per bin with its error, or with the covariance matrix of all of them. */
export interface MeasuredSpectrum {
  readonly values: ArrayLike<number>;
  readonly errors?: ArrayLike<number>;
  readonly covariance?: readonly (readonly number[])[];
}

/** (d − m(θ))ᵀ V⁻¹ (d − m(θ)) for a prediction polynomial in its parameters, with gradient. */
export function spectrumObjective(measured: MeasuredSpectrum, prediction: PolynomialTemplate): FitObjective {
  const n = prediction.bins;
  const { values } = measured;
  if (values.length !== n) {
    throw new InvalidInput('spectrum.values', `${values.length} numbers do not match the prediction's ${n} bins`);
  }
  const d = Float64Array.from(values);
  const bad = d.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new InvalidInput(`spectrum.values[${bad}]`, `${values[bad]} is not a finite number`);
  const weight = inverseCovariance(measured, n);
  const [mu, weighted, slope] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const residuals = (theta: Float64Array): void => {
    prediction.evaluate(theta, mu);
    for (let i = 0; i < n; i++) mu[i] = d[i] - mu[i];
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += weight[i * n + j] * mu[j];
      weighted[i] = sum;
    }
  };
  return {
    names: prediction.parameters,
    observations: n,
    value(theta) {
      residuals(theta);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += mu[i] * weighted[i];
      return sum;
    },
    gradient(theta, out) {
      residuals(theta);
      for (let p = 0; p < prediction.parameters.length; p++) {
        prediction.derivative(theta, p, slope);
        let sum = 0;
        for (let i = 0; i < n; i++) sum -= 2 * slope[i] * weighted[i];
        out[p] = sum;
      }
    },
  };
}

/**
 * Fits a prediction, polynomial in its parameters in every bin, to a measured spectrum (a published dΓ/dz table, say)
 * by χ² with the given errors or covariance. Returns what `formFactorFit` returns of the fit.
 * Throws InvalidInput for columns of different length, errors that are not positive, or a covariance that is not
 * positive definite.
 */
export function spectrumFit(input: {
  readonly spectrum: MeasuredSpectrum;
  readonly prediction: PolynomialTemplate;
  readonly constraints?: readonly GaussianConstraint[];
  readonly parameters?: ParameterSettings;
  readonly minos?: boolean;
}): FitResult & { readonly expected: readonly number[] } {
  const { spectrum, prediction, constraints = [], parameters, minos } = input;
  const objective = jointObjective([spectrumObjective(spectrum, prediction), ...constraints.map(constraintObjective)]);
  const fit = fitObjective(objective, { parameters, minos });
  const expected = new Float64Array(prediction.bins);
  prediction.evaluate(
    prediction.parameters.map((name) => fit.parameters.find((parameter) => parameter.name === name)!.value),
    expected,
  );
  return { ...fit, expected: Array.from(expected) };
}

function inverseCovariance({ errors, covariance }: MeasuredSpectrum, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  if (covariance !== undefined) {
    if (errors !== undefined) throw new InvalidInput('spectrum', 'give errors or a covariance, not both');
    if (covariance.length !== n || covariance.some((row) => row.length !== n)) {
      throw new InvalidInput('spectrum.covariance', `${n} rows of ${n} numbers are needed`);
    }
    const factor = Float64Array.from(covariance.flat());
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const size = Math.sqrt(Math.abs(factor[i * n + i] * factor[j * n + j]));
        if (!(Math.abs(factor[i * n + j] - factor[j * n + i]) <= 1e-9 * size)) {
          throw new InvalidInput(`spectrum.covariance[${i}][${j}]`, 'the matrix is not symmetric');
        }
      }
    }
    if (!factor.every(Number.isFinite) || cholesky(factor, n, 1e-13) >= 0) {
      throw new InvalidInput('spectrum.covariance', 'the matrix is not positive definite');
    }
    choleskyInverse(factor, n, inverse);
    return inverse;
  }
  if (errors === undefined || errors.length !== n) {
    throw new InvalidInput('spectrum.errors', `${errors?.length ?? 'no'} errors found, ${n} needed`);
  }
  for (let i = 0; i < n; i++) {
    if (!(errors[i] > 0) || !Number.isFinite(errors[i])) {
      throw new InvalidInput(`spectrum.errors[${i}]`, `${errors[i]} is not a finite number > 0`);
    }
    inverse[i * (n + 1)] = 1 / (errors[i] * errors[i]);
  }
  return inverse;
}
