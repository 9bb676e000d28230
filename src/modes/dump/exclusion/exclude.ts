import type { Ring } from '../../../interpretation/contour-rings.ts';
import { ringsInCoupling } from '../../../interpretation/coupling-plane.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import type { OutsideValidity } from '../../../physics/production/validity.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import type { PublishedLimit } from '../../../search/published-limit.ts';
import { interpolatePoint, neighboursOf } from '../chain/mass-interpolation.ts';
import {
  type DumpMassPoint,
  DumpYieldSimulation,
  type DumpYields,
  massGrid,
  simulateDumpYields,
} from '../chain/yields.ts';
import { exclusionAssumptions } from './exclusion-assumptions.ts';
import {
  type ContourOptions,
  type CouplingEdges,
  contourMaker,
  fieldEdges,
  fieldMaker,
  fieldRings,
  isProjection,
  productionBand,
} from './exclusion-field.ts';
import { BAND_SIGMAS, type BandSigma } from './expected-signals.ts';
import type { FieldOfRows } from './field-rows.ts';
import { type NewTerritory, newTerritory } from './new-territory.ts';

/** A closed exclusion: every point inside an odd number of rings is excluded. */
export interface ExclusionContour {
  readonly cl: number;
  /**
   * What is drawn: from the events seen, from the median of the background, for protons that are not those of the counts,
   * the last two at some standard deviations of the counts (`sigma`), or the least and the most that the production sets
   * exclude.
   */
  readonly kind:
    | 'observed'
    | 'expected'
    | 'projected'
    | 'expected-band'
    | 'projected-band'
    | 'band-least'
    | 'band-most';
  /** Standard deviations of the counts without a signal; bands alone have them. */
  readonly sigma?: BandSigma;
  readonly production: string;
  readonly rings: readonly Ring[];
}

/** Where the excluded masses begin and end: at an edge, with the scan, or where the model or a mechanism has no answer. */
export interface MassEnd {
  readonly mass: number;
  readonly kind: 'edge' | 'scan' | 'model';
}

export interface Exclusion {
  /** A projection is for protons that are not those of the counts: it has no observed contour. */
  readonly kind: 'exclusion' | 'projection';
  readonly model: string;
  readonly searches: readonly string[];
  /** Of the first search; `protonsOf` has those of every search. */
  readonly protons: number;
  readonly protonsOf: Readonly<Record<string, number>>;
  readonly contours: readonly ExclusionContour[];
  readonly units: { readonly mass: 'GeV'; readonly coupling: string };
  /** What is left out or taken for granted, in sentences. */
  readonly assumptions: readonly string[];
  /** Edges of the observed (or projected) exclusion at every simulated mass. */
  readonly edges: readonly CouplingEdges[];
  /** Null when nothing is excluded. */
  readonly massEnds: readonly [MassEnd, MassEnd] | null;
  /** What no earlier limit has; null when none were given. */
  readonly new: NewTerritory | null;
  /** Masses at which the model or a mechanism has no answer, with the reason. */
  readonly outside: readonly { readonly mass: number; readonly what: OutsideValidity }[];
}

/**
 * Contours, edges and band of yields that are already simulated: 0.1 s or so. With `earlier`, also what none of those
 * limits has.
 */
export function excludeFromYields(
  yields: DumpYields,
  options: ContourOptions = {},
  band = true,
  earlier: readonly PublishedLimit[] = [],
  fieldsOf = contourMaker(yields, options, band),
): Exclusion {
  const { model, setups } = yields;
  const production = options.production ?? model.defaultProduction;
  const cl = setups[0].search.limit.level;
  const projection = isProjection(yields, options.protons);
  const fields = fieldsOf(yields.points);
  const field = fields.observed;
  const contours: ExclusionContour[] = projection
    ? [{ cl, kind: 'projected', production, rings: fieldRings(field) }]
    : [
        { cl, kind: 'observed', production, rings: fieldRings(field) },
        { cl, kind: 'expected', production, rings: fieldRings(fields.expected) },
      ];
  const spread = projection ? ('projected-band' as const) : ('expected-band' as const);
  fields.band.forEach((one, k) => {
    contours.push({ cl, kind: spread, sigma: BAND_SIGMAS[k], production, rings: fieldRings(one) });
  });
  // The band is of alternatives for the whole; a part of production is a line of its own and has none.
  const names = Object.keys(model.productions).filter((name) => model.productions[name].part === undefined);
  if (band && names.length > 1 && names.includes(production)) {
    const { least, most } = productionBand(yields, options, names, { [production]: field.rows });
    const { logMass, logCoupling } = field;
    const all = names.join(', ');
    contours.push({ cl, kind: 'band-least', production: all, rings: ringsInCoupling(logMass, logCoupling, least) });
    contours.push({ cl, kind: 'band-most', production: all, rings: ringsInCoupling(logMass, logCoupling, most) });
  }
  const outside = yields.points.flatMap(({ mass, outside: whole, closed }) => [
    ...(whole === undefined ? [] : [{ mass, what: whole }]),
    ...closed.filter(({ reason }) => !reason.startsWith('the decay is closed')).map((what) => ({ mass, what })),
  ]);
  const edges = fieldEdges(field);
  const protonsOf = Object.fromEntries(
    setups.map(({ search, experiment }) => [search.id, options.protons ?? experiment.beam.protons.value]),
  );
  return {
    kind: projection ? 'projection' : 'exclusion',
    model: model.id,
    searches: setups.map(({ search }) => search.id),
    protons: options.protons ?? setups[0].experiment.beam.protons.value,
    protonsOf,
    contours,
    units: { mass: 'GeV', coupling: model.coupling.unit },
    assumptions: exclusionAssumptions(yields, { ...options, production }, outside),
    edges,
    massEnds: massEnds(yields, edges),
    new: earlier.length === 0 ? null : newTerritory(field, edges, earlier),
    outside,
  };
}

function massEnds({ points }: DumpYields, edges: readonly CouplingEdges[]): readonly [MassEnd, MassEnd] | null {
  const first = edges.findIndex(({ lower }) => lower !== null);
  if (first < 0) return null;
  const last = edges.findLastIndex(({ lower }) => lower !== null);
  const end = (i: number, next: number): MassEnd => {
    const { mass } = edges[i];
    if (next < 0 || next >= points.length) return { mass, kind: 'scan' };
    return { mass, kind: points[next].outside === undefined ? 'edge' : 'model' };
  };
  return [end(first, first - 1), end(last, last + 1)];
}

export interface ExcludeRequest {
  readonly model: HiddenModel;
  readonly searches: readonly DumpSearchDocument[];
  readonly production?: string;
  /** Protons on target. */
  readonly pot?: number;
  readonly mass?: { readonly from: number; readonly to: number; readonly count: number };
  readonly coupling?: { readonly from: number; readonly to: number; readonly count: number };
  readonly events?: number;
  readonly seed?: number;
}

/** Masses next to and inside the windows of the events that were seen, so that a notch has its true width. */
export function massesWithEvents(masses: readonly number[], searches: readonly DumpSearchDocument[]): number[] {
  const wanted = new Set(masses);
  const [low, high] = [masses[0], masses[masses.length - 1]];
  for (const { observed } of searches)
    for (const { mass } of observed.events)
      for (let k = -12; k <= 12; k++) {
        const m = mass.value + 1e-3 * k;
        if (m > low && m < high) wanted.add(m);
      }
  return [...wanted].sort((a, b) => a - b);
}

/** Masses on both sides of where a model has no answer, so that a contour ends there and nowhere else. */
export function massesWithGaps(masses: readonly number[], { unanswered = [] }: HiddenModel): number[] {
  const wanted = new Set(masses);
  const [low, high] = [masses[0], masses[masses.length - 1]];
  for (const { min, max } of unanswered)
    for (const mass of [min * (1 - 1e-7), min * (1 + 1e-7), max * (1 - 1e-7), max * (1 + 1e-7)])
      if (mass > low && mass < high) wanted.add(mass);
  return [...wanted].sort((a, b) => a - b);
}

/** Where the number of excluded intervals changes between neighbouring masses: [index of the lower, geometric mean]. */
function changes(field: FieldOfRows, masses: readonly number[], finest: number): number[] {
  const crossings = field.rows.map(({ changes }) => changes.length);
  return masses.flatMap((mass, i) =>
    i > 0 && crossings[i] !== crossings[i - 1] && mass / masses[i - 1] > 1 + finest
      ? [Math.sqrt(mass * masses[i - 1])]
      : [],
  );
}

/** What simulates one more mass of some yields; each mass once, however often it is asked for. */
export function simulationOf(yields: DumpYields): (mass: number) => DumpMassPoint {
  let simulation: DumpYieldSimulation | undefined;
  const known = new Map<number, DumpMassPoint>();
  return (mass) => {
    simulation ??= new DumpYieldSimulation(yields.model, yields.setups);
    const found = known.get(mass) ?? simulation.at(mass, yields.events, yields.seed);
    known.set(mass, found);
    return found;
  };
}

/** One more mass from those that are there, interpolated between them; simulated where that does not hold. */
export function interpolationOf(yields: DumpYields): (mass: number) => DumpMassPoint {
  const simulate = simulationOf(yields);
  return (mass) => {
    const neighbours = neighboursOf(yields.points, mass);
    const found = neighbours && interpolatePoint(yields.model, yields.setups, neighbours, mass);
    return found ?? simulate(mass);
  };
}

/**
 * Adds masses between neighbours of which one is excluded and the other not, by halves, until the step is below
 * `finest` (relative) or `rounds` are done: tips and gaps of a contour get their true place.
 */
export function refineYields(
  yields: DumpYields,
  options: ContourOptions = {},
  at = simulationOf(yields),
  finest = 0.01,
  rounds = 6,
  fieldOf = fieldMaker(yields, options),
): DumpYields {
  let refined = yields;
  for (let round = 0; round < rounds; round++) {
    const masses = refined.points.map(({ mass }) => mass);
    const added = changes(fieldOf(refined.points), masses, finest);
    if (added.length === 0) break;
    const points = [...refined.points, ...added.map(at)];
    refined = { ...refined, points: points.sort((a, b) => a.mass - b.mass) };
  }
  return refined;
}

/** Exclusion of a model by one or two searches of an experiment: simulates (seconds), refines, draws the contours. */
export function exclude(request: ExcludeRequest): Exclusion {
  const { model, searches, production, pot, coupling, events = 20_000, seed = 1 } = request;
  const { from, to, count } = request.mass ?? defaultMasses(model);
  const masses = massesWithEvents(massGrid(from, to, count), searches);
  const options: ContourOptions = {
    ...(production === undefined ? {} : { production }),
    ...(pot === undefined ? {} : { protons: pot }),
    ...(coupling === undefined ? {} : { coupling }),
  };
  const yields = simulateDumpYields(model, searches, masses, { events, seed });
  return excludeFromYields(refineYields(yields, options), options);
}

const defaultMasses = ({ masses }: HiddenModel) => ({
  from: Math.max(masses.min * 1.01, 5e-3),
  to: Math.min(masses.max, 2),
  count: 60,
});
