import { log1p } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import { contour } from '../minimise/index.ts';
import { type FittedLikelihood, freeParameter, profiledRise, solutionsOf } from './profiled-likelihood.ts';

/** Closed curves of the joint likelihood of two parameters, as plain data for a plot. */
export interface LikelihoodContours {
  readonly x: string;
  readonly y: string;
  readonly solutions: readonly { readonly x: number; readonly y: number; readonly above: number }[];
  readonly curves: readonly {
    /** Joint confidence level in both parameters. */
    readonly level: number;
    /** Rise above the best minimum on the curve: −2 ln(1 − level). */
    readonly rise: number;
    /** Position in `solutions` of the minimum it surrounds. */
    readonly solution: number;
    /** In order about the minimum; the last joins the first. */
    readonly points: readonly (readonly [number, number])[];
    /** Why some points are missing; null when none are. */
    readonly reason: string | null;
  }[];
}

/**
 * Contours of two parameters with all others fitted, about every solution that is allowed at the level. Rises are
 * measured from the best minimum, so a lesser solution has a smaller curve or none. Default levels 0.683 and 0.90 in
 * both parameters jointly (rises 2.30 and 4.61). Throws InvalidInput for unknown or equal parameters or an invalid fit.
 */
export function likelihoodContours(
  likelihood: FittedLikelihood,
  options: { readonly x: string; readonly y: string; readonly levels?: readonly number[]; readonly points?: number },
): LikelihoodContours {
  const { x, y, levels = [0.683, 0.9], points = 64 } = options;
  const [i, j] = [freeParameter(likelihood, x), freeParameter(likelihood, y)];
  const solutions = solutionsOf(likelihood);
  const best = solutions[0].minimum.value;
  const curves: LikelihoodContours['curves'][number][] = [];
  for (const level of levels) {
    if (!(level > 0 && level < 1)) throw new InvalidInput('levels', `${level} is not in (0, 1)`);
    const rise = -2 * log1p(-level);
    for (const [solution, { problem, minimum }] of solutions.entries()) {
      const left = rise - (minimum.value - best);
      if (!(left > 0)) continue;
      const curve = contour(problem, minimum, x, y, { rise: left, points });
      curves.push({ level, rise, solution, points: curve.points, reason: curve.reason });
    }
  }
  return {
    x,
    y,
    solutions: solutions.map(({ minimum }) => ({
      x: minimum.values[i],
      y: minimum.values[j],
      above: minimum.value - best,
    })),
    curves,
  };
}

/** The rise of the likelihood over a grid of two parameters: rise[row of y][column of x], null where a fit failed. */
export interface LikelihoodMap {
  readonly x: { readonly name: string; readonly at: readonly number[] };
  readonly y: { readonly name: string; readonly at: readonly number[] };
  readonly rise: readonly (readonly (number | null)[])[];
}

/** One axis of a map: a parameter, its range, and how many points. */
export interface MapAxis {
  readonly parameter: string;
  readonly from: number;
  readonly to: number;
  readonly points?: number;
}

/**
 * The profiled likelihood on a grid, for regions of any shape. 41 × 41 points by default. Throws InvalidInput as
 * `likelihoodScan` does.
 */
export function likelihoodMap(likelihood: FittedLikelihood, x: MapAxis, y: MapAxis): LikelihoodMap {
  const positions = [x, y].map((axis) => freeParameter(likelihood, axis.parameter));
  if (positions[0] === positions[1]) throw new InvalidInput('y', 'two different parameters are needed');
  const [columns, rows] = [gridOf(x), gridOf(y)];
  const profiled = profiledRise(likelihood, positions);
  return {
    x: { name: x.parameter, at: columns },
    y: { name: y.parameter, at: rows },
    rise: rows.map((b) =>
      columns.map((a) => {
        const height = profiled([a, b]);
        return Number.isFinite(height) ? Math.max(0, height) : null;
      }),
    ),
  };
}

function gridOf({ parameter, from, to, points = 41 }: MapAxis): number[] {
  if (!(from < to) || !Number.isFinite(to - from) || !Number.isInteger(points) || points < 2 || points > 2000) {
    throw new InvalidInput(parameter, `${points} points from ${from} to ${to} are not a grid`);
  }
  return Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
}
