import type { FieldRow } from '../../../interpretation/contour-rings.ts';
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
import type { DumpMassPoint, DumpYields } from '../chain/yields.ts';
import { type CountLimits, countLimits, regionBackground } from './count-limits.ts';
import { eventsAtMass, medianCount, scaledBackground } from './counts-at-mass.ts';
import { CouplingLook, type LookOptions } from './coupling-look.ts';
import { type AllowedSignal, BAND_SIGMAS, type BandSigma, errorOf, expectedSignals } from './expected-signals.ts';
import { extremeRow, FieldOfRows } from './field-rows.ts';

export { type CouplingEdges, type ExclusionField, FLOOR, fieldEdges, fieldRings };

/** What decides a contour, after the simulation. */
export interface ContourOptions extends LookOptions {
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

/**
 * Fields for several rules of what is allowed, each rule one entry per group, by their place; the expected events are worked
 * out once, a field when it is asked for.
 */
function fieldsOf(
  yields: DumpYields,
  options: ContourOptions,
  rulesOf: () => readonly (readonly AllowedAt[])[],
): (points: readonly DumpMassPoint[]) => (rule: number) => FieldOfRows {
  const groups = experimentGroups(yields, options).map(({ members }) => members);
  const rules = rulesOf();
  const look = new CouplingLook(yields, options, groups, rules.length);
  const { logCoupling } = look;
  const known = new Map<DumpMassPoint, readonly CouplingRow[]>();
  return (points) => {
    checkPlane(points.length, logCoupling.length);
    const logMass = Float64Array.from(points, ({ mass }) => log(mass));
    const rowsOf = points.map((point) => {
      const rows = known.get(point) ?? look.rowsAt(point, allowedBy(rules, point));
      known.set(point, rows);
      return rows;
    });
    const made: (FieldOfRows | undefined)[] = [];
    return (rule) => {
      const rows = () => rowsOf.map((all) => all[rule]);
      const field = made[rule] ?? new FieldOfRows(logMass, logCoupling, rows());
      made[rule] = field;
      return field;
    };
  };
}

const allowedBy = (rules: readonly (readonly AllowedAt[])[], point: DumpMassPoint): AllowedSignal[][] =>
  rules.map((rule) => rule.map((at) => at(point)));

/**
 * What the production sets of these names exclude least and most: the least and the largest of their fields, mass by mass.
 * `known` has the rows of those that are there.
 */
export function productionBand(
  yields: DumpYields,
  options: ContourOptions,
  names: readonly string[],
  known: Readonly<Record<string, readonly CouplingRow[]>>,
): { readonly least: readonly FieldRow[]; readonly most: readonly FieldRow[] } {
  const groups = experimentGroups(yields, options);
  const rules = [groups.map(limitsOfGroup)];
  const look = new CouplingLook(
    yields,
    options,
    groups.map(({ members }) => members),
    1,
  );
  const least: FieldRow[] = [];
  const most: FieldRow[] = [];
  yields.points.forEach((point, i) => {
    const allowed = allowedBy(rules, point);
    const rows = names.map((name) => known[name]?.[i] ?? look.rowsAt(point, allowed, name)[0]);
    least.push(extremeRow(rows, 'least'));
    most.push(extremeRow(rows, 'most'));
  });
  return { least, most };
}
