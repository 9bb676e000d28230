import { InvalidInput } from '../../schema/index.ts';
import type { MassResolution } from './mass-resolution.ts';

/**
 * The masses from, from + step, … up to and including `to` (a last incomplete step is left out). Each is computed
 * from its index, so 0.207 to 0.350 by 0.0005 has 287 entries and none drifts. Throws InvalidInput for a step that is
 * not positive, a descending range, or more than a million hypotheses.
 */
export function massGrid(from: number, to: number, step: number): Float64Array {
  if (!(step > 0) || !(to >= from) || !Number.isFinite(to - from)) {
    throw new InvalidInput('masses', `from ${from} to ${to} by ${step} is not an ascending range`);
  }
  const steps = Math.floor((to - from) / step + 1e-6);
  if (steps > 1e6) throw new InvalidInput('masses', `${steps} steps are more than a million`);
  return Float64Array.from({ length: steps + 1 }, (_, i) => from + i * step);
}

/** Pairs of masses as columns; row h is hypothesis h. */
export interface MassPairs {
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Grid positions of each pair, for neighbours in the plane. */
  readonly firstIndex: Int32Array;
  readonly secondIndex: Int32Array;
}

/** All pairs of two mass grids that `allowed` lets through (kinematics, vetoed bands), first mass slowest. */
export function massPairs(
  firstGrid: ArrayLike<number>,
  secondGrid: ArrayLike<number>,
  allowed: (first: number, second: number) => boolean = () => true,
): MassPairs {
  const rows: number[] = [];
  for (let i = 0; i < firstGrid.length; i++) {
    for (let j = 0; j < secondGrid.length; j++) if (allowed(firstGrid[i], secondGrid[j])) rows.push(i, j);
  }
  const count = rows.length / 2;
  const firstIndex = Int32Array.from({ length: count }, (_, h) => rows[2 * h]);
  const secondIndex = Int32Array.from({ length: count }, (_, h) => rows[2 * h + 1]);
  return {
    first: Float64Array.from(firstIndex, (i) => firstGrid[i]),
    second: Float64Array.from(secondIndex, (j) => secondGrid[j]),
    firstIndex,
    secondIndex,
  };
}

/**
 * How well a mass grid tiles its range: the largest step in units of the local σ, at the mass where it occurs.
 * A peak cannot fall between two windows of half-width kσ as long as the step is below 2kσ; a step above σ loses
 * sensitivity between hypotheses. One mass has no steps and gives 0.
 */
export function gridStepInSigma(masses: ArrayLike<number>, resolution: MassResolution): { step: number; at: number } {
  let worst = { step: 0, at: masses[0] };
  for (let i = 1; i < masses.length; i++) {
    const sigma = Math.min(resolution(masses[i - 1]), resolution(masses[i]));
    const step = (masses[i] - masses[i - 1]) / sigma;
    if (step > worst.step) worst = { step, at: masses[i] };
  }
  return worst;
}
