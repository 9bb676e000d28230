import { modelCovariance } from '../fit/model-covariance.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { type HistFactoryModel, type ModelData, observedData } from '../model/model.ts';

/** What a fit did to one constrained parameter, in units of its prior error. */
export interface Pull {
  readonly name: string;
  /** (fitted − prior) / prior error. */
  readonly pull: number;
  /** Fitted error / prior error: below 1 the data constrain it further. */
  readonly constraint: number | null;
  readonly value: number;
  readonly error: number | null;
  readonly prior: number;
  readonly priorError: number;
}

/** Prior value and error of a constrained parameter: (a, σ), or for Poisson counts a/τ and √a/τ. */
export function prior(model: HistFactoryModel, data: ModelData, p: number): { value: number; error: number } {
  const { constraint, sigma, factor } = model.parameters[p];
  if (constraint === 'normal') return { value: data.aux[p], error: sigma };
  return { value: data.aux[p] / factor, error: Math.sqrt(Math.max(data.aux[p], 1)) / factor };
}

/**
 * Pulls of all constrained parameters that are not fixed, in the model's order, at the best fit; or the reason why there
 * is no fit.
 */
export function pulls(
  model: HistFactoryModel,
  data: ModelData = observedData(model),
): { readonly pulls: readonly Pull[]; readonly valid: boolean; readonly reason: string | null } {
  const fitter = new ModelFitter(model);
  const best = fitter.fit(data);
  const { errors, reason } = modelCovariance(fitter, data, best.theta);
  const trouble = best.reason ?? reason;
  const list = model.parameters.flatMap(({ name, constraint, fixed }, p): Pull[] => {
    if (constraint === 'none' || fixed) return [];
    const { value: before, error: width } = prior(model, data, p);
    const value = best.theta[p];
    const error = trouble === null ? errors[p] : null;
    const constrained = error === null ? null : error / width;
    return [
      { name, pull: (value - before) / width, constraint: constrained, value, error, prior: before, priorError: width },
    ];
  });
  return { pulls: list, valid: trouble === null, reason: trouble };
}
