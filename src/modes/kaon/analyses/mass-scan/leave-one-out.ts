import type { CountedPlace, LocalEstimate } from './local-fit.ts';

/** What simulated masses differ by from what their neighbours alone say. */
export interface LeavingOneOut {
  /** Root mean square of the relative difference, statistics included. */
  readonly rms: number;
  /** What of it the statistics of both sides does not explain. */
  readonly beyond: number;
  /** Simulated masses that were compared. */
  readonly masses: number;
}

/** Fewer candidates say nothing of a few per cent. */
const ENOUGH = 50;

/**
 * Leaves out each place with candidates enough that lies between others on every axis, and finds it from these: at the border
 * nothing is interpolated. Null with fewer than three to compare. `without(p)`: the estimate at place p from all others.
 */
export function leaveOneOut(
  places: readonly CountedPlace[],
  without: (place: number) => LocalEstimate | null,
): LeavingOneOut | null {
  const differences: number[] = [];
  const variances: number[] = [];
  places.forEach(({ position, sum, squares: variance }, p) => {
    if (!(variance > 0) || (sum * sum) / variance < ENOUGH) return;
    const found = without(p);
    if (found === null) return;
    const inside = position.every(
      (x, k) =>
        found.places.some((q) => places[q].position[k] < x) && found.places.some((q) => places[q].position[k] > x),
    );
    if (!inside) return;
    differences.push(sum / found.value - 1);
    variances.push(found.relativeError * found.relativeError + variance / (found.value * found.value));
  });
  if (differences.length < 3) return null;
  // Well-known places say most of what is missed: weights of 1/variance².
  let excess = 0;
  let weights = 0;
  let squares = 0;
  differences.forEach((difference, i) => {
    const weight = 1 / (variances[i] * variances[i]);
    excess += weight * (difference * difference - variances[i]);
    weights += weight;
    squares += difference * difference;
  });
  return {
    rms: Math.sqrt(squares / differences.length),
    beyond: Math.sqrt(Math.max(0, excess / weights)),
    masses: differences.length,
  };
}
