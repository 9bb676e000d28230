import { InvalidInput } from '../../schema/index.ts';
import { binnedObjective } from './binned-objective.ts';
import type { BinnedStatistic } from './binned-statistic.ts';
import { constraintObjective, type FitObjective, type GaussianConstraint, jointObjective } from './fit-objective.ts';
import { PolynomialTemplate } from './polynomial-template.ts';
import type { ParameterSettings } from './starting-points.ts';

/** A background of a template fit: expected contents per bin, their variances from limited simulation, and its size. */
export interface BackgroundTemplate {
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly variances?: ArrayLike<number>;
  /** Relative uncertainty of the yield: it becomes a factor '<name> yield' around 1; exact when left out. */
  readonly relativeError?: number;
}

/**
 * A spectrum of counts in terms of form-factor parameters. `signal` gives the expected signal counts per bin as a
 * polynomial of them (acceptance, resolution and the number of decays are in it).
 */
export interface FormFactorModel {
  readonly signal: PolynomialTemplate;
  readonly background?: readonly BackgroundTemplate[];
  /**
   * `fixed`: the rate counts (default). `free`: only the shape does. A number: the rate is known to that relative
   * error. The factor is the parameter 'normalisation'.
   */
  readonly normalisation?: 'fixed' | 'free' | number;
  readonly constraints?: readonly GaussianConstraint[];
  /** Default `poisson-template`: Poisson counts with the simulation's statistical error profiled out bin by bin. */
  readonly statistic?: BinnedStatistic;
}

/** The whole expectation as one template, the knowledge of its parameters, and their natural starts. */
export interface AssembledModel {
  readonly total: PolynomialTemplate;
  readonly constraints: readonly GaussianConstraint[];
  readonly statistic: BinnedStatistic;
  readonly settings: ParameterSettings;
}

/**
 * Puts a model together. Throws InvalidInput for bins that do not match, a relative error that is not positive,
 * repeated names, or a constraint on a parameter that is not in the model.
 */
export function assembleFormFactorModel(model: FormFactorModel): AssembledModel {
  const { signal, normalisation = 'fixed' } = model;
  const constraints: GaussianConstraint[] = [];
  const settings: Record<string, ParameterSettings[string]> = {};
  const scale = (name: string, error: number | null): void => {
    if (signal.parameters.includes(name)) throw new InvalidInput('signal', `the name '${name}' is taken by the fit`);
    if (error !== null) {
      if (!(error > 0) || !Number.isFinite(error))
        throw new InvalidInput(name, `a relative error of ${error} is not > 0`);
      constraints.push({ parameter: name, mean: 1, error });
    }
    settings[name] = { start: 1, step: Math.min(0.1, error ?? 0.1) };
  };
  let total = signal;
  if (normalisation !== 'fixed') {
    scale('normalisation', normalisation === 'free' ? null : normalisation);
    total = total.times('normalisation');
  }
  const names = new Set<string>();
  for (const { name, values, variances, relativeError } of model.background ?? []) {
    if (names.has(name)) throw new InvalidInput('background', `'${name}' is there twice`);
    names.add(name);
    if (values.length !== signal.bins) {
      throw new InvalidInput(
        `background.${name}`,
        `${values.length} bins do not match the signal's ${signal.bins} bins`,
      );
    }
    const template = PolynomialTemplate.constant(values, variances);
    if (relativeError === undefined) total = total.plus(template);
    else {
      scale(`${name} yield`, relativeError);
      total = total.plus(template.times(`${name} yield`));
    }
  }
  for (const constraint of model.constraints ?? []) {
    if (!total.parameters.includes(constraint.parameter)) {
      throw new InvalidInput(
        'constraints',
        `'${constraint.parameter}' is not a parameter. Allowed: ${total.parameters}.`,
      );
    }
    constraints.push(constraint);
  }
  return { total, constraints, statistic: model.statistic ?? 'poisson-template', settings };
}

/** The objective of an assembled model for given counts; `means` replaces the constraints' measured values (toys). */
export function formFactorObjective(
  { total, constraints, statistic }: AssembledModel,
  observed: ArrayLike<number>,
  means?: ArrayLike<number>,
): FitObjective {
  return jointObjective([
    binnedObjective(observed, total, statistic),
    ...constraints.map((constraint, k) => constraintObjective({ ...constraint, mean: means?.[k] ?? constraint.mean })),
  ]);
}
