import { InvalidInput, unknownName } from '../../schema/index.ts';
import { crossing } from './crossing.ts';
import type { MinimisationProblem, Minimum } from './problem.ts';
import { profileOver } from './profile.ts';

/** Which MINOS errors, and how far. */
export interface MinosOptions {
  /** Which parameters; default all that are free. */
  readonly parameters?: readonly string[] | undefined;
  /** Rise sought, as sigmas² · up; default 1. For a two-sided interval of 90 % take 1.644854. */
  readonly sigmas?: number | undefined;
}

/** One parameter's asymmetric errors: `lower` ≤ 0 ≤ `upper`, both measured from the fitted value. */
export interface MinosError {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  /** The interval stops at the parameter's bound on that side, before the function has risen far enough. */
  readonly lowerAtLimit: boolean;
  readonly upperAtLimit: boolean;
  readonly valid: boolean;
  readonly reason: string | null;
  readonly calls: number;
}

/**
 * MINOS errors: for each parameter the two values at which the function, minimised over all others, has risen by
 * sigmas²·up above its minimum (F. James, M. Roos, Comput. Phys. Commun. 10 (1975) 343). A failed side is given as 0
 * with `valid` false and the reason.
 * @throws InvalidInput for an unknown or fixed parameter, a minimum that is not valid, or sigmas ≤ 0.
 */
export function minos(problem: MinimisationProblem, minimum: Minimum, options: MinosOptions = {}): MinosError[] {
  if (!minimum.valid)
    throw new InvalidInput('minos', `needs a valid minimum; this one is not: ${minimum.reason ?? 'unknown reason.'}`);
  const sigmas = options.sigmas ?? 1;
  if (!(sigmas > 0 && sigmas < 40)) throw new InvalidInput('sigmas', `${sigmas} is not between 0 and 40.`);
  const free = problem.names.filter((_, i) => problem.fixed?.[i] !== true);
  for (const name of options.parameters ?? [])
    if (!free.includes(name)) throw unknownName('minos', 'free parameter', name, free);
  const rise = sigmas * sigmas * (problem.up ?? 1);
  const tolerance = 1e-3 * (problem.up ?? 1);
  return (options.parameters ?? free).map((name) => {
    const i = problem.names.indexOf(name);
    const x0 = minimum.values[i];
    const error = minimum.errors[i] > 0 ? minimum.errors[i] : 0.1 * Math.max(1, Math.abs(x0));
    let calls = 0;
    const side = (sign: number, limit: number) => {
      const profile = profileOver(problem, minimum, [i]);
      const along = (x: number) => {
        const at = profile([x]);
        calls += at.calls;
        return at;
      };
      return crossing(along, x0, minimum.value, sign * sigmas * error, rise, limit, tolerance);
    };
    const low = side(-1, problem.lower?.[i] ?? Number.NEGATIVE_INFINITY);
    const high = side(1, problem.upper?.[i] ?? Number.POSITIVE_INFINITY);
    const reasons = [low, high].flatMap((end, k) => (end.ok ? [] : [`${k === 0 ? 'below' : 'above'}: ${end.reason}`]));
    return {
      name,
      lower: low.ok ? low.x - x0 : 0,
      upper: high.ok ? high.x - x0 : 0,
      lowerAtLimit: low.atLimit,
      upperAtLimit: high.atLimit,
      valid: low.ok && high.ok,
      reason: reasons.length === 0 ? null : reasons.join(' '),
      calls,
    };
  });
}
