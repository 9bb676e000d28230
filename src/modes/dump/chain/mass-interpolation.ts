import { exp, log } from '../../../math/elementary.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import { contains, type OutsideValidity } from '../../../physics/production/validity.ts';
import type { MassYield } from './mass-yield.ts';
import type { PointingResolution } from './pointing-resolution.ts';
import { type DumpSetup, visibleStates } from './setup.ts';
import type { DumpMassPoint } from './yields.ts';

/** Two simulated masses, and where they are there the next ones outside of them. */
export interface Neighbours {
  readonly before?: DumpMassPoint | undefined;
  readonly low: DumpMassPoint;
  readonly high: DumpMassPoint;
  readonly after?: DumpMassPoint | undefined;
}

/** Mechanisms of a model without an answer at a mass, where `made` of them have one. */
export function closedMechanisms(
  model: HiddenModel,
  made: readonly { readonly id: string }[],
  mass: number,
  { target }: DumpSetup,
): OutsideValidity[] {
  return model.mechanisms
    .filter(({ id }) => !made.some((one) => one.id === id))
    .map((mechanism) => mechanism.spectrum(mass, target))
    .filter((spectrum) => !spectrum.valid);
}

/** Whether two masses have the same mechanisms and final states in every search: nothing opens or closes between them. */
export function alike(one: DumpMassPoint, two: DumpMassPoint): boolean {
  if (one.outside !== undefined || two.outside !== undefined) return false;
  return (
    one.searches.length === two.searches.length &&
    one.searches.every(
      (states, i) =>
        states.length === two.searches[i].length &&
        states.every(({ state }, k) => state === two.searches[i][k].state) &&
        one.mechanisms[i].length === two.mechanisms[i].length &&
        one.mechanisms[i].every(({ id }, k) => id === two.mechanisms[i][k].id),
    )
  );
}

/** Weights on the four neighbours of a cubic in ln m with slopes from three points each; 0 for one that is not there. */
type Weights = readonly [before: number, low: number, high: number, after: number];

function weightsAt(mass: number, { before, low, high, after }: Neighbours): Weights {
  const step = log(high.mass / low.mass);
  const t = log(mass / low.mass) / step;
  const left = before === undefined ? undefined : log(low.mass / before.mass) / step;
  const right = after === undefined ? undefined : log(after.mass / high.mass) / step;
  // Slopes per step at both ends, as weights: of the parabola through three points, or of what is left of it.
  const atLow = left === undefined ? undefined : [-1 / (left * (1 + left)), (1 - left) / left, left / (1 + left), 0];
  const atHigh =
    right === undefined ? undefined : [0, -right / (1 + right), (right - 1) / right, 1 / (right * (1 + right))];
  const chord = [0, -1, 1, 0];
  const other = (slope: readonly number[]) => slope.map((w, i) => 2 * chord[i] - w);
  const first = atLow ?? (atHigh === undefined ? chord : other(atHigh));
  const last = atHigh ?? (atLow === undefined ? chord : other(atLow));
  const back = 1 - t;
  const value = [0, back * back * (1 + 2 * t), t * t * (3 - 2 * t), 0];
  return value.map((w, i) => w + t * back * back * first[i] - t * t * back * last[i]) as unknown as Weights;
}

/** exp(Σ weights × ln values); where one of them is nothing, linear between the inner two. */
function blend(
  weights: Weights,
  share: number,
  columns: readonly [ArrayLike<number>, ArrayLike<number>, ArrayLike<number>, ArrayLike<number>],
  out: Float64Array,
): Float64Array {
  const [a, b, c, d] = columns;
  const [wa, wb, wc, wd] = weights;
  for (let j = 0; j < out.length; j++) {
    if (a[j] > 0 && b[j] > 0 && c[j] > 0 && d[j] > 0)
      out[j] = exp((wa === 0 ? 0 : wa * log(a[j])) + wb * log(b[j]) + wc * log(c[j]) + (wd === 0 ? 0 : wd * log(d[j])));
    else out[j] = Math.max(0, b[j] + share * (c[j] - b[j]));
  }
  return out;
}

/**
 * What a mass between simulated ones would give: ln of every yield by a cubic in ln m, resolutions linear. Null where that
 * does not hold: a mechanism or a final state opens between them, or the model has no answer.
 */
export function interpolatePoint(
  model: HiddenModel,
  setups: readonly DumpSetup[],
  neighbours: Neighbours,
  mass: number,
): DumpMassPoint | null {
  const { low, high } = neighbours;
  if (!(low.mass < mass && mass < high.mass) || !alike(low, high)) return null;
  const table = contains(model.masses, mass) ? decayTable(model, mass, 1) : undefined;
  if (table?.valid !== true) return null;
  const seen = setups.map((setup) => visibleStates(setup, Object.keys(table.branching)).map(({ state }) => state));
  if (seen.some((states, i) => states.join() !== low.searches[i].map(({ state }) => state).join())) return null;
  const like = (point: DumpMassPoint | undefined) => (point !== undefined && alike(point, low) ? point : undefined);
  const around = { before: like(neighbours.before), low, high, after: like(neighbours.after) };
  const weights = weightsAt(mass, around);
  const share = log(mass / low.mass) / log(high.mass / low.mass);
  const all = [around.before ?? low, low, high, around.after ?? high];
  const columns = (of: (point: DumpMassPoint) => ArrayLike<number>) =>
    all.map(of) as [ArrayLike<number>, ArrayLike<number>, ArrayLike<number>, ArrayLike<number>];
  const line = (of: (point: DumpMassPoint) => number) => of(low) + share * (of(high) - of(low));
  const mechanisms = low.mechanisms.map((list, i) => {
    const totals = blend(
      weights,
      share,
      columns((point) => point.mechanisms[i].map(({ total }) => total)),
      new Float64Array(list.length),
    );
    return list.map((mechanism, k) => ({ ...mechanism, total: totals[k] }));
  });
  const searches = low.searches.map((states, i) =>
    states.map((found, k): MassYield => {
      const of = (read: (yields: MassYield) => Float64Array) =>
        blend(
          weights,
          share,
          columns((point) => read(point.searches[i][k])),
          new Float64Array(found.selected.length),
        );
      const width = (key: keyof PointingResolution) => line((point) => point.searches[i][k].resolution[key]);
      return {
        mass,
        state: found.state,
        mechanisms: found.mechanisms,
        accepted: of(({ accepted }) => accepted),
        selected: of(({ selected }) => selected),
        resolution: {
          mass: width('mass'),
          originZ: width('originZ'),
          originDistance: width('originDistance'),
          inRegion: width('inRegion'),
        },
        events: Math.round(line((point) => point.searches[i][k].events)),
      };
    }),
  );
  return { mass, mechanisms, closed: closedMechanisms(model, mechanisms[0], mass, setups[0]), searches };
}

/** The neighbours of a mass among simulated points, ascending; undefined outside of them. */
export function neighboursOf(points: readonly DumpMassPoint[], mass: number): Neighbours | undefined {
  let low = 0;
  let high = points.length - 1;
  if (high < 1 || !(points[low].mass < mass && mass < points[high].mass)) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle].mass <= mass) low = middle;
    else high = middle;
  }
  return { before: points[low - 1], low: points[low], high: points[high], after: points[high + 1] };
}
