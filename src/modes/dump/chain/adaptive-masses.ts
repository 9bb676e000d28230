import { log } from '../../../math/elementary.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import { productionWeights } from './expected-events.ts';
import { alike, interpolatePoint, neighboursOf } from './mass-interpolation.ts';
import { type DumpMassPoint, type DumpYields, hasAnswer, type MassInterpolation, outsidePoint } from './yields.ts';

/** Largest step in ln m between masses that are simulated from the start. */
const COARSE = 0.2;
/** Between masses nearer than this in ln m nothing needs to be tried. */
const FINE = 0.03;
/** Events left out and found again within this need no mass between. */
const GOOD = 0.03;
/** Beyond this many times the usual difference, which is mostly statistics, a mass between is worth its time. */
const UNUSUAL = 3;
/** Lifetimes that give less than this part of the most events decide nothing. */
const FAINT = 1e-3;
/** So few masses are all simulated. */
export const FEW_MASSES = 12;

/** Of ascending masses those to begin with: both ends, and no step above COARSE where the grid has none. */
export function coarseMasses(masses: readonly number[]): number[] {
  if (masses.length <= FEW_MASSES) return [...masses];
  const chosen = [masses[0]];
  for (let i = 1; i < masses.length; i++) {
    const last = chosen[chosen.length - 1];
    if (i === masses.length - 1 || log(masses[i + 1] / last) > COARSE) chosen.push(masses[i]);
  }
  return chosen;
}

/** Events by search and lifetime at a point, for the default production, up to constants. */
function sumsOf(yields: DumpYields, point: DumpMassPoint): Float64Array[] {
  const table = decayTable(yields.model, point.mass, 1);
  return point.searches.map((states, i) => {
    const { count } = yields.lifetimes[i];
    const weights = productionWeights(yields, point, i);
    const sum = new Float64Array(count);
    for (const { state, selected } of states) {
      const branching = table.valid ? table.branching[state] : 0;
      weights.forEach((weight, k) => {
        for (let j = 0; j < count; j++) sum[j] += branching * weight * selected[k * count + j];
      });
    }
    return sum;
  });
}

/** Largest difference between one point and another at the same mass, relative, over lifetimes that matter. */
export function differenceBetween(yields: DumpYields, one: DumpMassPoint, other: DumpMassPoint): number {
  const found = sumsOf(yields, other);
  let worst = 0;
  sumsOf(yields, one).forEach((sum, i) => {
    const most = sum.reduce((a, b) => Math.max(a, b), 0);
    for (let j = 0; j < sum.length; j++)
      if (sum[j] > FAINT * most) worst = Math.max(worst, Math.abs(found[i][j] / sum[j] - 1));
  });
  return worst;
}

/** What every inner simulated mass differs by when it is left out; null where its neighbours say nothing of it. */
function leftOut(yields: DumpYields, points: readonly DumpMassPoint[]): (number | null)[] {
  return points.map((point, i) => {
    if (i === 0 || i === points.length - 1) return null;
    const [before, low, high, after] = [points[i - 2], points[i - 1], points[i + 1], points[i + 2]];
    const found = interpolatePoint(yields.model, yields.setups, { before, low, high, after }, point.mass);
    return found === null ? null : differenceBetween(yields, point, found);
  });
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[sorted.length >> 1];
};

/**
 * Which of `masses` to simulate next, given what is simulated: between neighbours of which one is not found from the
 * others, and where a mechanism or a final state opens, the mass in the middle. Empty when all others can be interpolated.
 */
export function massesToAdd(yields: DumpYields, masses: readonly number[]): number[] {
  const { points } = yields;
  const differences = leftOut(yields, points);
  const usual = median(differences.filter((value) => value !== null));
  const limit = Math.max(GOOD, UNUSUAL * usual);
  const bad = differences.map((value) => value !== null && value > limit);
  const untested = (i: number): boolean => differences[i - 1] === null && differences[i] === null;
  const added: number[] = [];
  for (let i = 1; i < points.length; i++) {
    const [low, high] = [points[i - 1], points[i]];
    const between = masses.filter((mass) => mass > low.mass && mass < high.mass && hasAnswer(yields.model, mass));
    if (between.length === 0) continue;
    if (bad[i - 1] || bad[i] || (untested(i) && log(high.mass / low.mass) > FINE) || !alike(low, high))
      added.push(between[between.length >> 1]);
  }
  return added;
}

/** All `masses` from those simulated, with what is known of the difference. Needs `massesToAdd` to be empty. */
export function fillMasses(
  yields: DumpYields,
  masses: readonly number[],
): DumpYields & { readonly interpolation: MassInterpolation } {
  const { points, model, setups } = yields;
  const known = new Map(points.map((point) => [point.mass, point]));
  const all = masses.flatMap((mass): DumpMassPoint[] => {
    const simulated = known.get(mass);
    if (simulated !== undefined) return [simulated];
    const neighbours = neighboursOf(points, mass);
    const found = neighbours === undefined ? null : interpolatePoint(model, setups, neighbours, mass);
    return [found ?? outsidePoint(model, setups.length, mass)];
  });
  const differences = leftOut(yields, points).filter((value) => value !== null);
  const squares = differences.reduce((sum, value) => sum + value * value, 0);
  return {
    ...yields,
    points: all,
    interpolation: {
      masses: all.length,
      simulated: points.length,
      leavingOneOut: {
        rms: differences.length === 0 ? 0 : Math.sqrt(squares / differences.length),
        largest: differences.reduce((most, value) => Math.max(most, value), 0),
      },
    },
  };
}
