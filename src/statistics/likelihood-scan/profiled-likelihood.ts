import { InvalidInput, unknownName } from '../../schema/index.ts';
import { fitProblem } from '../fits/fit.ts';
import type { FitObjective } from '../fits/fit-objective.ts';
import type { FitResult, FitSolution } from '../fits/fit-result.ts';
import type { ParameterSettings } from '../fits/starting-points.ts';
import type { MinimisationProblem, Minimum } from '../minimise/index.ts';
import { profileOver } from '../minimise/profile.ts';

/** A fit that can be looked around in: its objective, what was set about its parameters, and what came out. */
export interface FittedLikelihood {
  readonly objective: FitObjective;
  readonly parameters?: ParameterSettings | undefined;
  readonly fit: FitResult;
}

/** All solutions of a fit, the best first, as the minimiser speaks of them. */
export function solutionsOf({ objective, parameters = {}, fit }: FittedLikelihood): {
  problem: MinimisationProblem;
  minimum: Minimum;
}[] {
  if (!fit.valid) throw new InvalidInput('fit', `a valid fit is needed: ${fit.reason ?? 'this one is not'}`);
  return [fit, ...fit.others].map((solution) => {
    const values = Float64Array.from(solution.parameters, (parameter) => parameter.value);
    const problem = fitProblem(objective, parameters, values);
    return { problem, minimum: minimumOf(solution, values) };
  });
}

/** The position of a free parameter. Throws InvalidInput with the nearest name for any other. */
export function freeParameter({ fit }: FittedLikelihood, name: string): number {
  const free = fit.parameters.filter((parameter) => !parameter.fixed).map((parameter) => parameter.name);
  if (!free.includes(name)) throw unknownName('parameter', 'free parameter', name, free);
  return fit.parameters.findIndex((parameter) => parameter.name === name);
}

/**
 * The rise of the objective above its best minimum with all but the given parameters fitted anew, followed from every
 * solution and the lowest taken. NaN where no minimisation succeeds.
 */
export function profiledRise(
  likelihood: FittedLikelihood,
  positions: readonly number[],
): (at: readonly number[]) => number {
  const profiles = solutionsOf(likelihood).map(({ problem, minimum }) => profileOver(problem, minimum, positions));
  const lowest = likelihood.fit.twiceNll;
  return (at) => {
    let best = Number.NaN;
    for (const profile of profiles) {
      const { f, ok } = profile(at);
      if (ok && !(f >= best)) best = f;
    }
    return best - lowest;
  };
}

function minimumOf(solution: FitSolution, values: Float64Array): Minimum {
  return {
    names: solution.parameters.map((parameter) => parameter.name),
    values,
    errors: Float64Array.from(solution.parameters, (parameter) => parameter.error),
    covariance: Float64Array.from(solution.covariance.flat()),
    value: solution.twiceNll,
    edm: 0,
    calls: 0,
    atLimit: solution.parameters.filter((parameter) => parameter.atLimit).map((parameter) => parameter.name),
    valid: true,
    reason: null,
  };
}
