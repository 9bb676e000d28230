import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { InvalidInput } from '../../schema/index.ts';
import { fitObjective } from './fit.ts';
import { assembleFormFactorModel, type FormFactorModel, formFactorObjective } from './form-factor-model.ts';
import { type PullSummary, summarisePulls } from './pull-study.ts';
import type { ParameterSettings } from './starting-points.ts';

/** Which pseudo-experiments to make, and how each is fitted. */
export interface PseudoExperimentOptions {
  readonly experiments: number;
  readonly seed: number;
  /** Name of the random stream; default 'pseudo-experiments'. */
  readonly stream?: string;
  /** Index of the first experiment: parts of a larger study are the same experiments. Default 0. */
  readonly first?: number;
  readonly parameters?: ParameterSettings;
  /** The description the data are drawn from when it is not the fitted one (a wrong-model study). */
  readonly generate?: FormFactorModel;
}

/** Fits of pseudo-data, one entry per experiment in each column. A failed fit has null in every column. */
export interface PseudoExperiments {
  readonly first: number;
  readonly experiments: number;
  readonly failed: number;
  readonly parameters: readonly {
    readonly name: string;
    /** The value the data were drawn with; null where the generating description has no such parameter. */
    readonly truth: number | null;
    readonly values: readonly (number | null)[];
    readonly errors: readonly (number | null)[];
  }[];
  readonly twiceNll: readonly (number | null)[];
  readonly pValues: readonly (number | null)[];
}

/**
 * Draws spectra of counts from a description at given true parameter values and fits each. Bins are Poisson; with a
 * `poisson-template` or χ² statistic the expectation itself first moves by the statistical error of the simulation,
 * and constrained parameters are measured anew in every experiment, as the fit assumes of them. Experiment i depends
 * on (seed, stream, i) alone. Throws InvalidInput when a true value is missing or unknown.
 */
export function formFactorPseudoExperiments(
  model: FormFactorModel,
  truth: Readonly<Record<string, number>>,
  options: PseudoExperimentOptions,
): PseudoExperiments {
  const { experiments, seed, stream = 'pseudo-experiments', first = 0 } = options;
  if (!Number.isInteger(experiments) || experiments < 1) {
    throw new InvalidInput('experiments', `${experiments} is not a number ≥ 1`);
  }
  const fitted = assembleFormFactorModel(model);
  const source = options.generate === undefined ? fitted : assembleFormFactorModel(options.generate);
  const known = source.total.parameters;
  const theta = Float64Array.from(known, (name) => {
    const value = truth[name] ?? source.settings[name]?.start;
    if (value === undefined || !Number.isFinite(value)) {
      throw new InvalidInput(`truth.${name}`, 'a finite true value is needed');
    }
    return value;
  });
  for (const name of Object.keys(truth)) {
    if (!known.includes(name)) throw new InvalidInput(`truth.${name}`, `is not a parameter. Allowed: ${known}.`);
  }
  const [expected, variance] = [new Float64Array(source.total.bins), new Float64Array(source.total.bins)];
  source.total.evaluate(theta, expected, variance);
  const bad = expected.findIndex((value) => !(value >= 0));
  if (bad >= 0) throw new InvalidInput('truth', `the expectation of bin ${bad} is ${expected[bad]}`);
  const moves = source.statistic !== 'poisson';
  const names = fitted.total.parameters;
  const value = (name: string) => (known.includes(name) ? theta[known.indexOf(name)] : undefined);
  const starts = Object.fromEntries(names.map((name) => [name, { start: value(name) ?? 0 }]));
  const parameters = Object.fromEntries(
    names.map((name) => [name, { ...starts[name], ...fitted.settings[name], ...options.parameters?.[name] }]),
  );
  const random = new EventRandom(streamKey(seed, stream));
  const observed = new Float64Array(expected.length);
  const columns = names.map(() => ({ values: [] as (number | null)[], errors: [] as (number | null)[] }));
  const twiceNll: (number | null)[] = [];
  const pValues: (number | null)[] = [];
  let failed = 0;
  for (let i = 0; i < experiments; i++) {
    random.start(first + i);
    const means = fitted.constraints.map(
      ({ parameter, mean, error }) => (value(parameter) ?? mean) + error * random.normal(),
    );
    for (let bin = 0; bin < observed.length; bin++) {
      const mean = expected[bin] + (moves ? Math.sqrt(variance[bin]) * random.normal() : 0);
      observed[bin] = drawPoisson(random, Math.max(0, mean));
    }
    const fit = fitObjective(formFactorObjective(fitted, observed, means), { parameters, minos: false });
    if (!fit.valid) failed++;
    for (const [k, column] of columns.entries()) {
      column.values.push(fit.valid ? fit.parameters[k].value : null);
      column.errors.push(fit.valid ? fit.parameters[k].error : null);
    }
    twiceNll.push(fit.valid ? fit.twiceNll : null);
    pValues.push(fit.valid ? (fit.goodness?.pValue ?? null) : null);
  }
  return {
    first,
    experiments,
    failed,
    parameters: columns.map((column, k) => ({ name: names[k], truth: value(names[k]) ?? null, ...column })),
    twiceNll,
    pValues,
  };
}

/** The pulls (value − truth)/error of one parameter over pseudo-experiments, judged; see `summarisePulls`. */
export function parameterPulls(study: PseudoExperiments, name: string, falseAlarm?: number): PullSummary {
  const parameter = study.parameters.find((entry) => entry.name === name);
  if (parameter === undefined || parameter.truth === null) {
    throw new InvalidInput('pulls', `there is no parameter '${name}' with a true value`);
  }
  const { truth, values, errors } = parameter;
  const pulls = values.map((value, i) => {
    const error = errors[i];
    return value === null || error === null || error === 0 ? Number.NaN : (value - truth) / error;
  });
  return summarisePulls(pulls, falseAlarm);
}

/**
 * The p-value of a fit by pseudo-experiments instead of the χ² distribution: the fraction of good ones that fit no
 * better, with its binomial error. Throws InvalidInput when there are none.
 */
export function pValueByToys(
  twiceNll: number,
  study: PseudoExperiments,
): { readonly p: number; readonly error: number } {
  const good = study.twiceNll.filter((value) => value !== null);
  if (good.length === 0) throw new InvalidInput('study', 'it has no good pseudo-experiment');
  const threshold = twiceNll - 1e-9 * (1 + Math.abs(twiceNll));
  const p = good.filter((value) => value >= threshold).length / good.length;
  return { p, error: Math.sqrt((p * (1 - p)) / good.length) };
}

/** Joins parts of one study in order. Throws InvalidInput unless each begins where the one before ended. */
export function joinPseudoExperiments(parts: readonly PseudoExperiments[]): PseudoExperiments {
  if (parts.length === 0) throw new InvalidInput('parts', 'there is nothing to join');
  const [head] = parts;
  let next = head.first;
  for (const { first, experiments } of parts) {
    if (first !== next) throw new InvalidInput('parts', `experiment ${next} is followed by experiment ${first}`);
    next += experiments;
  }
  return {
    first: head.first,
    experiments: next - head.first,
    failed: parts.reduce((sum, part) => sum + part.failed, 0),
    parameters: head.parameters.map((parameter, k) => ({
      ...parameter,
      values: parts.flatMap((part) => part.parameters[k].values),
      errors: parts.flatMap((part) => part.parameters[k].errors),
    })),
    twiceNll: parts.flatMap((part) => part.twiceNll),
    pValues: parts.flatMap((part) => part.pValues),
  };
}
