import { cos, log1p, sin } from '../../math/elementary.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { crossing } from './crossing.ts';
import type { MinimisationProblem, Minimum } from './problem.ts';
import { profileOver } from './profile.ts';

/** Which contour, and with how many points. */
export interface ContourOptions {
  /** Joint confidence level in both parameters; default 0.683 (rise 2.30·up). */
  readonly cl?: number | undefined;
  /** Rise in units of `up`, instead of `cl`; 1 gives the curve whose extremes are the MINOS errors. */
  readonly rise?: number | undefined;
  /** Number of points; default 32. */
  readonly points?: number | undefined;
}

/** A closed curve in the plane of two parameters. */
export interface Contour {
  /** Points in order of angle about the minimum; the curve is closed by joining the last to the first. */
  readonly points: readonly (readonly [number, number])[];
  /** Rise of the function on the curve, in units of `up`. */
  readonly rise: number;
  readonly valid: boolean;
  readonly reason: string | null;
}

/**
 * The curve in the plane of two parameters on which the function, minimised over all others, has risen by
 * −2 ln(1 − cl)·up: the joint confidence region of two parameters (F. James, MINUIT, CERN D506, chapter 7). Found along
 * rays from the minimum, so the region must be star-shaped about it; a ray that meets a bound ends there. Points that
 * failed are left out and make the result not valid.
 * @throws InvalidInput for unknown, equal or fixed parameters, a minimum that is not valid, cl outside (0, 1), fewer
 * than 4 points.
 */
export function contour(
  problem: MinimisationProblem,
  minimum: Minimum,
  x: string,
  y: string,
  options: ContourOptions = {},
): Contour {
  if (!minimum.valid)
    throw new InvalidInput('contour', `needs a valid minimum: ${minimum.reason ?? 'unknown reason.'}`);
  const free = problem.names.filter((_, k) => problem.fixed?.[k] !== true);
  for (const name of [x, y]) if (!free.includes(name)) throw unknownName('contour', 'free parameter', name, free);
  if (x === y) throw new InvalidInput('contour', `needs two different parameters, got '${x}' twice.`);
  const cl = options.cl ?? 0.683;
  if (!(cl > 0 && cl < 1)) throw new InvalidInput('cl', `${cl} is not between 0 and 1.`);
  const rise = options.rise ?? -2 * log1p(-cl);
  if (!(rise > 0 && rise < 1e4)) throw new InvalidInput('rise', `${rise} is not a positive number.`);
  const count = options.points ?? 32;
  if (!Number.isInteger(count) || count < 4)
    throw new InvalidInput('points', `${count} is not an integer of at least 4.`);

  const i = problem.names.indexOf(x);
  const j = problem.names.indexOf(y);
  const n = problem.names.length;
  const up = problem.up ?? 1;
  const sx = minimum.errors[i];
  const sy = minimum.errors[j];
  const rho = sx > 0 && sy > 0 ? minimum.covariance[i * n + j] / (sx * sy) : 0;
  const across = Math.sqrt(Math.max(1e-6, 1 - rho * rho));
  const profile = profileOver(problem, minimum, [i, j]);
  const points: [number, number][] = [];
  let reason: string | null = null;
  for (let k = 0; k < count; k++) {
    const angle = (2 * Math.PI * k) / count;
    const dx = sx * cos(angle);
    const dy = sy * (rho * cos(angle) + across * sin(angle));
    const limit = Math.min(
      reach(minimum.values[i], dx, problem.lower?.[i], problem.upper?.[i]),
      reach(minimum.values[j], dy, problem.lower?.[j], problem.upper?.[j]),
    );
    const at = (r: number): [number, number] => [
      inside(minimum.values[i] + r * dx, problem.lower?.[i], problem.upper?.[i]),
      inside(minimum.values[j] + r * dy, problem.lower?.[j], problem.upper?.[j]),
    ];
    const found = crossing((r) => profile(at(r)), 0, minimum.value, Math.sqrt(rise), rise * up, limit, 1e-3 * up);
    if (found.ok) points.push(at(found.x));
    else reason = `at ${((angle * 180) / Math.PI).toFixed(0)} degrees: ${found.reason}`;
  }
  return { points, rise, valid: reason === null, reason };
}

/** How far along `d` one can go from `x` before a bound. */
function reach(x: number, d: number, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY): number {
  if (d > 0) return (upper - x) / d;
  return d < 0 ? (lower - x) / d : Number.POSITIVE_INFINITY;
}

const inside = (x: number, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY): number =>
  Math.min(upper, Math.max(lower, x));
