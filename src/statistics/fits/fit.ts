import { chiSquareSurvival } from '../../math/special/index.ts';
import { correlationMatrix, type MinimisationProblem, type Minimum, minimise, minos } from '../minimise/index.ts';
import type { FitObjective } from './fit-objective.ts';
import type { FitParameter, FitResult, FitSolution, Goodness } from './fit-result.ts';
import { type ParameterSettings, startingPoints } from './starting-points.ts';

/** What a fit starts from and which errors it gives. */
export interface FitOptions {
  readonly parameters?: ParameterSettings | undefined;
  /** MINOS errors of every free parameter; default true. */
  readonly minos?: boolean | undefined;
}

/** The minimisation problem of an objective started at `start`, with the bounds and fixed parameters of the settings. */
export function fitProblem(
  objective: FitObjective,
  settings: ParameterSettings,
  start: ArrayLike<number>,
): MinimisationProblem {
  const { names, gradient } = objective;
  const setting = (name: string) => settings[name] ?? {};
  return {
    names,
    start,
    errors: names.map((name, i) => {
      const { step, search } = setting(name);
      return step ?? (search === undefined ? Math.max(0.1 * Math.abs(start[i]), 0.01) : 0.1 * (search[1] - search[0]));
    }),
    lower: names.map((name) => setting(name).lower ?? Number.NEGATIVE_INFINITY),
    upper: names.map((name) => setting(name).upper ?? Number.POSITIVE_INFINITY),
    fixed: names.map((name) => setting(name).fixed === true),
    value: (theta) => objective.value(theta),
    ...(gradient && { gradient: (theta: Float64Array, out: Float64Array) => gradient(theta, out) }),
  };
}

/**
 * Minimises an objective from its start and, where parameters carry a `search` range, from every valley of a coarse
 * grid; returns the best minimum with HESSE and MINOS errors, correlation and goodness of fit, and all other distinct
 * minima. Two minima are one when no parameter differs by more than a tenth of its error.
 * Throws InvalidInput for settings of unknown parameters or contradictory bounds; a failed fit is returned with its
 * reason.
 */
export function fitObjective(objective: FitObjective, options: FitOptions = {}): FitResult {
  const settings = options.parameters ?? {};
  const starts = startingPoints(objective, settings);
  const inside = (name: string, value: number): number => {
    const { lower, upper } = settings[name] ?? {};
    return Math.min(upper ?? Number.POSITIVE_INFINITY, Math.max(lower ?? Number.NEGATIVE_INFINITY, value));
  };
  const found: { problem: MinimisationProblem; minimum: Minimum }[] = [];
  let failed: Minimum | undefined;
  for (const [k, start] of starts.entries()) {
    const moved = k === 0 ? start : start.map((value, i) => inside(objective.names[i], value));
    const problem = fitProblem(objective, settings, moved);
    const minimum = minimise(problem);
    if (minimum.valid) {
      if (!found.some((known) => samePlace(known.minimum, minimum))) found.push({ problem, minimum });
    } else if (failed === undefined || minimum.value < failed.value) failed = minimum;
  }
  found.sort((a, b) => a.minimum.value - b.minimum.value);
  const notes: string[] = [];
  const [best, ...rest] = found;
  if (best === undefined) {
    return {
      ...describe(failed!, settings, () => null),
      valid: false,
      reason: failed!.reason,
      goodness: null,
      others: [],
      notes,
    };
  }
  const solution = ({ problem, minimum }: (typeof found)[number], label: string): FitSolution => {
    const errors = options.minos === false ? [] : minos(problem, minimum);
    for (const { name, valid, reason } of errors)
      if (!valid) notes.push(`MINOS of '${name}'${label} failed, ${reason}`);
    for (const name of minimum.atLimit) notes.push(`'${name}'${label} ended at its bound.`);
    return describe(minimum, settings, (name) => {
      const error = errors.find((entry) => entry.name === name);
      return error?.valid ? [error.lower, error.upper] : null;
    });
  };
  return {
    ...solution(best, ''),
    valid: true,
    reason: null,
    goodness: goodness(objective, best.minimum, settings),
    others: rest.map((entry, k) => ({
      ...solution(entry, ` in solution ${k + 2}`),
      above: entry.minimum.value - best.minimum.value,
    })),
    notes,
  };
}

function goodness(objective: FitObjective, minimum: Minimum, settings: ParameterSettings): Goodness | null {
  if (objective.observations === null) return null;
  const free = objective.names.filter((name) => settings[name]?.fixed !== true).length;
  const degreesOfFreedom = objective.observations - free;
  if (degreesOfFreedom < 1) return null;
  const chi2 = Math.max(0, minimum.value);
  return { chi2, degreesOfFreedom, pValue: chiSquareSurvival(chi2, degreesOfFreedom) };
}

function samePlace(a: Minimum, b: Minimum): boolean {
  return a.values.every((value, i) => {
    const size = Math.max(a.errors[i], b.errors[i]);
    return Math.abs(value - b.values[i]) <= (size > 0 ? 0.1 * size : 1e-9 * (1 + Math.abs(value)));
  });
}

function describe(
  minimum: Minimum,
  settings: ParameterSettings,
  minosOf: (name: string) => FitParameter['minos'],
): FitSolution {
  const n = minimum.names.length;
  const rows = (matrix: Float64Array) => minimum.names.map((_, i) => Array.from(matrix.subarray(i * n, (i + 1) * n)));
  return {
    parameters: minimum.names.map((name, i) => ({
      name,
      value: minimum.values[i],
      error: minimum.errors[i],
      minos: minosOf(name),
      fixed: settings[name]?.fixed === true,
      atLimit: minimum.atLimit.includes(name),
    })),
    twiceNll: minimum.value,
    covariance: rows(minimum.covariance),
    correlation: rows(correlationMatrix(minimum.covariance, n)),
  };
}
