import { fitObjective } from './fit.ts';
import type { FitObjective } from './fit-objective.ts';
import type { FitResult } from './fit-result.ts';
import { assembleFormFactorModel, type FormFactorModel, formFactorObjective } from './form-factor-model.ts';
import type { ParameterSettings } from './starting-points.ts';

/** A form-factor model and the counts it is fitted to. */
export interface FormFactorFitInput extends FormFactorModel {
  /** Counts per bin. */
  readonly observed: ArrayLike<number>;
  /** Starts, bounds, fixed values; a `search` range on the form-factor parameters finds every solution. */
  readonly parameters?: ParameterSettings;
  readonly minos?: boolean;
}

/** A form-factor fit, with the spectrum that it leads to. */
export interface FormFactorFit extends FitResult {
  readonly observed: readonly number[];
  /** Expected counts per bin at the best solution, and the part of them that is not signal. */
  readonly expected: readonly number[];
  readonly background: readonly number[];
}

/**
 * Fits form-factor parameters to a spectrum of counts by template reweighting: the expectation is known exactly at
 * every parameter value, with acceptance and resolution in it. Returns values, HESSE and MINOS errors, correlation,
 * χ² and p-value, and all solutions when there are several. With the normalisation fixed the rate constrains the
 * parameters too; with it free only the shape does.
 * Throws InvalidInput for counts or templates that do not fit together; a fit that fails says so in `reason`.
 * Source: Barlow and Beeston, Comput. Phys. Commun. 77 (1993) 219 (template errors, one factor per bin after Conway,
 * arXiv:1103.0354); Baker and Cousins, Nucl. Instrum. Meth. 221 (1984) 437.
 */
export function formFactorFit(input: FormFactorFitInput): FormFactorFit {
  return formFactorLikelihood(input).fit;
}

/** The same fit together with its objective and settings: what `likelihoodScan` and `likelihoodContours` look around in. */
export function formFactorLikelihood(input: FormFactorFitInput): {
  readonly objective: FitObjective;
  readonly parameters: ParameterSettings;
  readonly fit: FormFactorFit;
} {
  const model = assembleFormFactorModel(input);
  const objective = formFactorObjective(model, input.observed);
  const parameters = { ...model.settings, ...input.parameters };
  const fit = fitObjective(objective, { parameters, minos: input.minos });
  const theta = fit.parameters.map((parameter) => parameter.value);
  const expected = new Float64Array(model.total.bins);
  model.total.evaluate(theta, expected);
  const background = new Float64Array(model.total.bins);
  for (const { name, values } of input.background ?? []) {
    const factor = fit.parameters.find((parameter) => parameter.name === `${name} yield`)?.value ?? 1;
    for (let i = 0; i < background.length; i++) background[i] += factor * values[i];
  }
  return {
    objective,
    parameters,
    fit: {
      ...fit,
      observed: Array.from(input.observed),
      expected: Array.from(expected),
      background: Array.from(background),
    },
  };
}
