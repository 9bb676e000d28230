import {
  type CouplingEdges,
  type ExclusionField,
  FLOOR,
  fieldEdges,
  fieldRings,
} from '../../../interpretation/coupling-plane.ts';
import { log } from '../../../math/elementary.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { checkRescaling, MassCurve, type RescaleOptions } from '../chain/expected-events.ts';
import type { DumpMassPoint, DumpYields } from '../chain/yields.ts';
import { CountLimits, regionBackground } from './count-limits.ts';
import { eventsAtMass, medianCount, scaledBackground } from './counts-at-mass.ts';
import { type AllowedSignal, BAND_SIGMAS, type BandSigma, errorOf, expectedSignals } from './expected-signals.ts';

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
        new CountLimits(
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
 * each is taken by itself and the strongest counts: their uncertainties are not common.
 */
export function exclusionField(yields: DumpYields, options: ContourOptions = {}): ExclusionField {
  const [field] = fieldsOf(yields, options, (groups) => [
    groups.map(({ limits }) => (point) => {
      const allowed = limits(point);
      return (share) => allowed.at(share);
    }),
  ]);
  return field;
}

/**
 * Fields of the expected contour at −2, −1, 1, 2 standard deviations of the counts without a signal, in that order: more
 * events than expected exclude less.
 */
export function expectedBandFields(yields: DumpYields, options: ContourOptions = {}): ExclusionField[] {
  return fieldsOf(yields, { ...options, observed: false }, (groups) => {
    const expected = groups.map((group) => group.expected());
    return BAND_SIGMAS.map((sigma) => expected.map((signals) => () => signals[sigma]));
  });
}

/** What a group of searches allows at a mass. */
type AllowedAt = (point: DumpMassPoint) => AllowedSignal;

/** Fields for several rules of what is allowed, each rule one entry per group; the expected events are worked out once. */
function fieldsOf(
  yields: DumpYields,
  options: ContourOptions,
  rulesOf: (groups: readonly ExperimentGroup[]) => readonly (readonly AllowedAt[])[],
): ExclusionField[] {
  const { range } = yields.model.coupling;
  const { from, to, count } = options.coupling ?? { from: range.min, to: range.max, count: 301 };
  if (!(from > 0 && to > from && count >= 2))
    throw new InvalidInput('coupling', `${from} to ${to} in ${count} found, allowed is 0 < from < to and two or more`);
  checkPlane(yields.points.length, count);
  checkRescaling(options);
  const protons = options.protons;
  if (protons !== undefined && !(protons > 0 && protons < Number.POSITIVE_INFINITY))
    throw new InvalidInput('pot', `found ${protons}, allowed is a number above 0`);
  const logCoupling = Float64Array.from({ length: count }, (_, j) => log(from) + (log(to / from) * j) / (count - 1));
  const logMass = Float64Array.from(yields.points, ({ mass }) => log(mass));
  const groups = experimentGroups(yields, options);
  const rules = rulesOf(groups);
  const fields = rules.map(() => new Float64Array(logMass.length * count).fill(FLOOR));
  yields.points.forEach((point, i) => {
    if (point.outside !== undefined) return;
    for (const [g, { members }] of groups.entries()) {
      const allowed = rules.map((rule) => rule[g](point));
      const curves = members.map((search) => new MassCurve(yields, search, point, options));
      for (let j = 0; j < count; j++) {
        let sum = 0;
        let first = 0;
        for (let s = 0; s < curves.length; s++) {
          const events = curves[s].at(logCoupling[j]);
          if (s === 0) first = events;
          sum += events;
        }
        if (!(sum > 1e-20)) continue;
        const at = i * count + j;
        for (let r = 0; r < fields.length; r++)
          fields[r][at] = Math.max(fields[r][at], log(sum / allowed[r](first / sum)));
      }
    }
  });
  return fields.map((values) => ({ logMass, logCoupling, values }));
}
