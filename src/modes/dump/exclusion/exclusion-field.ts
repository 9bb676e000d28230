import {
  type CouplingEdges,
  type CouplingRow,
  type ExclusionField,
  FLOOR,
  fieldEdges,
  fieldRings,
} from '../../../interpretation/coupling-plane.ts';
import { log } from '../../../math/elementary.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { checkRescaling, massCurve, type RescaleOptions } from '../chain/expected-events.ts';
import type { DumpMassPoint, DumpYields } from '../chain/yields.ts';
import { type CountLimits, countLimits, regionBackground } from './count-limits.ts';
import { eventsAtMass, medianCount, scaledBackground } from './counts-at-mass.ts';
import { type AllowedSignal, BAND_SIGMAS, type BandSigma, errorOf, expectedSignals } from './expected-signals.ts';
import { CouplingIntervals, FieldOfRows, SparseRow } from './field-rows.ts';

export { type CouplingEdges, type ExclusionField, FLOOR, fieldEdges, fieldRings };

/** What decides a contour, after the simulation. */
export interface ContourOptions extends RescaleOptions {
  readonly coupling?: { readonly from: number; readonly to: number; readonly count: number };
  /** False: the events that were seen are left out, as for an expected limit. */
  readonly observed?: boolean;
}

/** Most points of one plane: 64 bytes each in all that is made of them. */
const MOST_CELLS = 30_000_000;

/** InvalidInput, with the largest number allowed, for more couplings than a plane with so many masses has room for. */
export function checkPlane(masses: number, couplings: number): void {
  const most = Math.floor(MOST_CELLS / masses);
  if (couplings > most)
    throw new InvalidInput('coupling', `${couplings} couplings found, allowed are ${most} for ${masses} masses`);
}

/** Searches of one experiment, by their places in the yields: their counts are added up in one limit. */
export interface ExperimentGroup {
  readonly experiment: string;
  readonly members: readonly number[];
  /** Counts that the limits are for, in the order of the members. */
  readonly counts: (point: DumpMassPoint) => number[];
  readonly backgrounds: readonly number[];
  readonly backgroundErrors: readonly number[];
  readonly limits: (point: DumpMassPoint) => CountLimits;
  /** Signals that would be allowed without a signal, at −2, −1, 1, 2 standard deviations. */
  readonly expected: () => Readonly<Record<BandSigma, AllowedSignal>>;
}

/** Whether the protons of a contour are those of the counts; if not, or where nothing has run, it is a projection. */
export function isProjection({ setups }: DumpYields, protons: number | undefined): boolean {
  return setups.some(
    ({ experiment }) =>
      experiment.projected === true || (protons !== undefined && protons !== experiment.beam.protons.value),
  );
}

/** Limits are tabulated once per pattern of counts. InvalidInput when protons are given for more than one experiment. */
export function experimentGroups(yields: DumpYields, { observed = true, protons }: ContourOptions): ExperimentGroup[] {
  const { setups } = yields;
  const ids = [...new Set(setups.map(({ experiment }) => experiment.id))];
  if (protons !== undefined && ids.length > 1)
    throw new InvalidInput('pot', `has one number for ${ids.join(' and ')}; give searches of one experiment`);
  return ids.map((id) => {
    const members = setups.flatMap(({ experiment }, i) => (experiment.id === id ? [i] : []));
    const { experiment, search } = setups[members[0]];
    const factor = protons === undefined ? 1 : protons / experiment.beam.protons.value;
    const backgrounds = members.map((i) => scaledBackground(regionBackground(setups[i].search), factor));
    const seen = observed && factor === 1 && experiment.projected !== true;
    const known = new Map<string, CountLimits>();
    const countsAt = (point: DumpMassPoint) =>
      members.map((i, k) => (seen ? eventsAtMass(setups[i].search, point, i) : medianCount(backgrounds[k].value)));
    const limits = (point: DumpMassPoint): CountLimits => {
      const counts = countsAt(point);
      const key = counts.join(' ');
      const found =
        known.get(key) ??
        countLimits(
          counts.map((count, k) => ({ observed: count, background: backgrounds[k] })),
          experiment.beam.protonsError.value,
          search.limit.level,
        );
      known.set(key, found);
      return found;
    };
    return {
      experiment: experiment.title,
      members,
      counts: countsAt,
      backgrounds: backgrounds.map(({ value }) => value),
      backgroundErrors: backgrounds.map(errorOf),
      limits,
      expected: () => expectedSignals(backgrounds, experiment.beam.protonsError.value, search.limit.level),
    };
  });
}

/**
 * The exclusion field of some yields; FLOOR where nothing is expected or the model has no answer. Of several experiments,
 * each is taken by itself and the strongest counts: their uncertainties are not common. Values are exact at couplings near an
 * edge and near the most sensitive one; elsewhere, where they are above 1 or below −1, they may lie on straight lines
 * between exact ones.
 */
export function exclusionField(yields: DumpYields, options: ContourOptions = {}): FieldOfRows {
  return fieldMaker(yields, options)(yields.points);
}

/** Makes the field of any points of some yields; each point is worked out once. */
export function fieldMaker(
  yields: DumpYields,
  options: ContourOptions = {},
): (points: readonly DumpMassPoint[]) => FieldOfRows {
  const make = fieldsOf(yields, options, () => {
    const groups = experimentGroups(yields, options);
    return [groups.map(limitsOfGroup)];
  });
  return (points) => make(points)(0);
}

/** The field of a contour with those of the expected one and of its band, from one pass over the expected events. */
export interface ContourFields {
  readonly observed: FieldOfRows;
  readonly expected: FieldOfRows;
  /** At −2, −1, 1, 2 standard deviations of the counts without a signal: more events than expected exclude less. */
  readonly band: readonly FieldOfRows[];
}

/**
 * Makes the fields of everything that one production set is drawn with, for any points of some yields; each point is worked
 * out once. Without `band` there is none.
 */
export function contourMaker(
  yields: DumpYields,
  options: ContourOptions = {},
  band = true,
): (points: readonly DumpMassPoint[]) => ContourFields {
  const make = fieldsOf(yields, options, () => {
    const groups = experimentGroups(yields, options);
    const unseen = experimentGroups(yields, { ...options, observed: false });
    const signals = band ? unseen.map((group) => group.expected()) : [];
    return [
      groups.map(limitsOfGroup),
      unseen.map(limitsOfGroup),
      ...(band ? BAND_SIGMAS.map((sigma) => signals.map((of) => () => of[sigma])) : []),
    ];
  });
  return (points) => {
    const field = make(points);
    return {
      get observed() {
        return field(0);
      },
      get expected() {
        return field(1);
      },
      get band() {
        return band ? BAND_SIGMAS.map((_, k) => field(k + 2)) : [];
      },
    };
  };
}

const limitsOfGroup =
  ({ limits }: ExperimentGroup): AllowedAt =>
  (point) => {
    const allowed = limits(point);
    return (share, total) => allowed.at(share, total);
  };

/** What a group of searches allows at a mass. */
type AllowedAt = (point: DumpMassPoint) => AllowedSignal;

/** Couplings between which the field is first looked at lie no further apart than this in ln. */
const LOOK = 0.16;
/** A field that is this far from its zero at both ends has none between: it rises by 4 × LOOK at most. */
const FAR = 1;

/** Whether a field may have a zero between these two of its values. */
const isNear = (low: number, high: number): boolean =>
  low > 0 !== high > 0 || Math.min(Math.abs(low), Math.abs(high)) < FAR;

/**
 * Fields for several rules of what is allowed, each rule one entry per group, by their place; the expected events are worked
 * out once, a field when it is asked for.
 */
function fieldsOf(
  yields: DumpYields,
  options: ContourOptions,
  rulesOf: () => readonly (readonly AllowedAt[])[],
): (points: readonly DumpMassPoint[]) => (rule: number) => FieldOfRows {
  const { range } = yields.model.coupling;
  const { from, to, count } = options.coupling ?? { from: range.min, to: range.max, count: 301 };
  if (!(from > 0 && to > from && count >= 2))
    throw new InvalidInput('coupling', `${from} to ${to} in ${count} found, allowed is 0 < from < to and two or more`);
  checkRescaling(options);
  const protons = options.protons;
  if (protons !== undefined && !(protons > 0 && protons < Number.POSITIVE_INFINITY))
    throw new InvalidInput('pot', `found ${protons}, allowed is a number above 0`);
  const logCoupling = Float64Array.from({ length: count }, (_, j) => log(from) + (log(to / from) * j) / (count - 1));
  const intervals = new CouplingIntervals(count, Math.max(1, Math.floor((LOOK * (count - 1)) / log(to / from))));
  const { ends } = intervals;
  const groups = experimentGroups(yields, options).map(({ members }) => members);
  const rules = rulesOf();
  const known = new Map<DumpMassPoint, CouplingRow[]>();
  const empty = rules.map(
    () =>
      new SparseRow(
        intervals,
        new Float64Array(ends.length).fill(FLOOR),
        new Float64Array(0),
        new Int32Array(ends.length - 1).fill(-1),
      ),
  );

  /** The row of each rule at one mass. */
  const rowsAt = (point: DumpMassPoint): CouplingRow[] => {
    if (point.outside !== undefined) return empty;
    const curves = groups.map((members) => members.map((search) => massCurve(yields, search, point, options)));
    const allowed = rules.map((rule) => rule.map((at) => at(point)));
    /** Writes the values of all rules at a coupling into place `at` of their rows. */
    const fill = (rows: readonly Float64Array[], at: number, j: number): void => {
      for (let r = 0; r < rows.length; r++) rows[r][at] = FLOOR;
      for (let g = 0; g < curves.length; g++) {
        let sum = 0;
        let first = 0;
        for (let s = 0; s < curves[g].length; s++) {
          const events = curves[g][s].at(logCoupling[j]);
          if (s === 0) first = events;
          sum += events;
        }
        if (!(sum > 1e-20)) continue;
        const share = first / sum;
        // Rules often allow the same.
        let limit = Number.NaN;
        let value = 0;
        for (let r = 0; r < rows.length; r++) {
          const found = allowed[r][g](share, sum);
          if (found !== limit) {
            limit = found;
            value = log(sum / found);
          }
          if (value > rows[r][at]) rows[r][at] = value;
        }
      }
    };
    const atEnds = rules.map(() => new Float64Array(ends.length));
    for (let k = 0; k < ends.length; k++) fill(atEnds, k, ends[k]);
    let best = 0;
    for (let k = 1; k < ends.length; k++) if (atEnds[0][k] > atEnds[0][best]) best = k;
    const begins = new Int32Array(ends.length - 1).fill(-1);
    let inner = 0;
    for (let k = 0; k < begins.length; k++) {
      if (k !== best - 1 && k !== best && !atEnds.some((row) => isNear(row[k], row[k + 1]))) continue;
      begins[k] = inner;
      inner += ends[k + 1] - ends[k] - 1;
    }
    const inside = rules.map(() => new Float64Array(inner));
    for (let k = 0; k < begins.length; k++)
      if (begins[k] >= 0) for (let j = ends[k] + 1; j < ends[k + 1]; j++) fill(inside, begins[k] + j - ends[k] - 1, j);
    return rules.map((_, r) => new SparseRow(intervals, atEnds[r], inside[r], begins));
  };

  return (points) => {
    checkPlane(points.length, count);
    const logMass = Float64Array.from(points, ({ mass }) => log(mass));
    const rowsOf = points.map((point) => {
      const rows = known.get(point) ?? rowsAt(point);
      known.set(point, rows);
      return rows;
    });
    const made: (FieldOfRows | undefined)[] = [];
    return (rule) => {
      const found = made[rule];
      if (found !== undefined) return found;
      const field = new FieldOfRows(
        logMass,
        logCoupling,
        rowsOf.map((rows) => rows[rule]),
      );
      made[rule] = field;
      return field;
    };
  };
}
