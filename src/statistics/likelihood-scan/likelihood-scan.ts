import { brent } from '../../math/roots.ts';
import { chiSquareQuantile } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { type FittedLikelihood, freeParameter, profiledRise } from './profiled-likelihood.ts';

/** Which parameter to scan, where, and at which levels to read off intervals. */
export interface LikelihoodScanOptions {
  readonly parameter: string;
  /** Range; four errors on either side of all solutions when left out. */
  readonly from?: number;
  readonly to?: number;
  /** Default 61. */
  readonly points?: number;
  /** Confidence levels of the intervals; default 0.683, 0.90 and 0.955. */
  readonly levels?: readonly number[];
}

/** A profiled likelihood along one parameter, as plain data for a plot. */
export interface LikelihoodScan {
  readonly parameter: string;
  readonly at: readonly number[];
  /** 2Δ ln L (or Δχ²) above the best minimum; null where the fit of the other parameters failed. */
  readonly rise: readonly (number | null)[];
  readonly solutions: readonly { readonly value: number; readonly above: number }[];
  /** The parts of the scanned range below the χ²(1) quantile; `open` where one runs into the end of the range. */
  readonly intervals: readonly {
    readonly level: number;
    readonly rise: number;
    readonly parts: readonly { readonly from: number; readonly to: number; readonly open: boolean }[];
  }[];
}

/**
 * Scans the objective along one parameter with all others fitted at each point, and reads off intervals (several
 * parts where there are several solutions). Throws InvalidInput for an unknown or fixed parameter, an invalid fit, an
 * empty range, or levels outside (0, 1).
 */
export function likelihoodScan(likelihood: FittedLikelihood, options: LikelihoodScanOptions): LikelihoodScan {
  const { parameter, points = 61, levels = [0.683, 0.9, 0.955] } = options;
  const position = freeParameter(likelihood, parameter);
  const solutions = [likelihood.fit, ...likelihood.fit.others].map((solution, k) => ({
    value: solution.parameters[position].value,
    error: solution.parameters[position].error,
    above: k === 0 ? 0 : likelihood.fit.others[k - 1].above,
  }));
  const setting = likelihood.parameters?.[parameter] ?? {};
  const from =
    options.from ?? Math.max(setting.lower ?? -Infinity, Math.min(...solutions.map((s) => s.value - 4 * s.error)));
  const to =
    options.to ?? Math.min(setting.upper ?? Infinity, Math.max(...solutions.map((s) => s.value + 4 * s.error)));
  if (!(from < to) || !Number.isFinite(to - from)) throw new InvalidInput('range', `${from} to ${to} is not ascending`);
  if (!Number.isInteger(points) || points < 2 || points > 100_000) {
    throw new InvalidInput('points', `${points} is not a whole number from 2 to 100000`);
  }
  for (const level of levels)
    if (!(level > 0 && level < 1)) throw new InvalidInput('levels', `${level} is not in (0, 1)`);
  const profiled = profiledRise(likelihood, [position]);
  const rise = (x: number): number => profiled([x]);
  // The minima are points of the scan, so that a narrow one is never stepped over.
  const inside = solutions.map((solution) => solution.value).filter((x) => x > from && x < to);
  const at = [...Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1)), ...inside]
    .sort((a, b) => a - b)
    .filter((x, i, all) => i === 0 || x > all[i - 1]);
  const heights = at.map(rise);
  return {
    parameter,
    at,
    rise: heights.map((height) => (Number.isFinite(height) ? Math.max(0, height) : null)),
    solutions: solutions.map(({ value, above }) => ({ value, above })),
    intervals: levels.map((level) => {
      const wanted = chiSquareQuantile(level, 1);
      return { level, rise: wanted, parts: partsBelow(at, heights, wanted, rise) };
    }),
  };
}

function partsBelow(at: readonly number[], heights: readonly number[], wanted: number, rise: (x: number) => number) {
  const parts: { from: number; to: number; open: boolean }[] = [];
  const below = heights.map((height) => height <= wanted);
  const crossing = (i: number): number => {
    const ends = [heights[i] - wanted, heights[i + 1] - wanted];
    if (!ends.every(Number.isFinite)) return below[i] ? at[i] : at[i + 1];
    return brent((x) => rise(x) - wanted, at[i], at[i + 1], {
      tolerance: 1e-8,
      absolute: 1e-12,
      fLow: ends[0],
      fHigh: ends[1],
    });
  };
  for (let i = 0; i < at.length; i++) {
    if (!below[i]) continue;
    const start = i;
    while (i + 1 < at.length && below[i + 1]) i++;
    parts.push({
      from: start === 0 ? at[0] : crossing(start - 1),
      to: i === at.length - 1 ? at[i] : crossing(i),
      open: start === 0 || i === at.length - 1,
    });
  }
  return parts;
}
