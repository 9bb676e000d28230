import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { massGrid } from '../../../../statistics/peaks/mass-hypotheses.ts';

/** One point of a scan: its masses in the order of the section, and its place on the grids. */
export interface MassPoint {
  readonly masses: readonly number[];
  readonly index: readonly number[];
}

/** The masses that one axis of a scan lists, excluded ones included. */
const gridOf = ({ from, to, step }: MassScan['masses'][string]): Float64Array =>
  massGrid(from, to, step).map((mass) => Number(mass.toPrecision(12)));

/** All hypotheses of a scan, the first mass slowest. */
export function massPoints(section: MassScan): MassPoint[] {
  const axes = Object.values(section.masses);
  const grids = axes.map(gridOf);
  const atMost = section.secondAtMost ?? Number.POSITIVE_INFINITY;
  const open = (axis: number, mass: number): boolean =>
    !(axes[axis].excluded ?? []).some(({ from, to }) => mass >= from && mass <= to);
  const points: MassPoint[] = [];
  grids[0].forEach((first, i) => {
    if (!open(0, first)) return;
    if (grids.length === 1) points.push({ masses: [first], index: [i] });
    else
      grids[1].forEach((second, j) => {
        if (open(1, second) && second <= atMost * first * (1 + 1e-9)) {
          points.push({ masses: [first, second], index: [i, j] });
        }
      });
  });
  return points;
}

/** Beside an excluded range, less than a step away, where its cut may bite. */
export function besideExcluded(section: MassScan, masses: readonly number[]): boolean {
  return Object.values(section.masses).some(({ step, excluded = [] }, axis) =>
    excluded.some(({ from, to }) => masses[axis] > from - step && masses[axis] < to + step),
  );
}

/** No room for motion: the second mass is as large as it can be. */
export function atThreshold({ secondAtMost }: MassScan, [first, second]: readonly number[]): boolean {
  return secondAtMost !== undefined && second >= first * secondAtMost * (1 - 1e-9);
}

/** The hypotheses that are simulated: every n-th of each grid, the last one, and those beside an excluded range. */
export function simulatedPoints(section: MassScan): MassPoint[] {
  const { every } = section.simulated;
  const points = massPoints(section);
  const axes = Object.values(section.masses);
  return points.filter(({ index, masses }, p) => {
    if (index.length === 1 && p === points.length - 1) return true;
    return index.every((i, axis) => {
      const only = { ...section, masses: { one: axes[axis] } };
      return i % every === 0 || besideExcluded(only, [masses[axis]]);
    });
  });
}

/** Name of a point as in 'S = 100 MeV, A = 30 MeV'. */
export function pointName(section: MassScan, masses: readonly number[]): string {
  return Object.keys(section.masses)
    .map((name, axis) => `${name} = ${Number((masses[axis] * 1e3).toPrecision(8))} MeV`)
    .join(', ');
}
