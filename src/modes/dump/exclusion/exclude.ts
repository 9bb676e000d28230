import { contourRings, type Ring } from '../../../interpretation/contour-rings.ts';
import { exp, log } from '../../../math/elementary.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import type { OutsideValidity } from '../../../physics/production/validity.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import { checkRescaling, MassCurve, type RescaleOptions } from '../chain/expected-events.ts';
import {
  type DumpMassPoint,
  DumpYieldSimulation,
  type DumpYields,
  massGrid,
  simulateDumpYields,
} from '../chain/yields.ts';
import { CountLimits, regionBackground } from './count-limits.ts';

/** A closed exclusion: every point inside an odd number of rings is excluded. */
export interface ExclusionContour {
  readonly cl: number;
  /** What is drawn: from the events seen, from none as expected, or the least and the most that the production sets exclude. */
  readonly kind: 'observed' | 'expected' | 'band-least' | 'band-most';
  readonly production: string;
  readonly rings: readonly Ring[];
}

/** Lowest and highest excluded coupling at one mass; null when nothing is excluded there. */
export interface CouplingEdges {
  readonly mass: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Events expected over events allowed at the most sensitive coupling; excluded somewhere when above 1. */
  readonly sensitivity: number;
}

export interface Exclusion {
  readonly model: string;
  readonly searches: readonly string[];
  readonly protons: number;
  readonly contours: readonly ExclusionContour[];
  readonly units: { readonly mass: 'GeV'; readonly coupling: string };
  /** What is left out or taken for granted, in sentences. */
  readonly assumptions: readonly string[];
  /** Edges of the observed exclusion at every simulated mass. */
  readonly edges: readonly CouplingEdges[];
  /** Masses at which the model or a mechanism has no answer, with the reason. */
  readonly outside: readonly { readonly mass: number; readonly what: OutsideValidity }[];
}

/** What decides a contour, after the simulation. */
export interface ContourOptions extends RescaleOptions {
  readonly coupling?: { readonly from: number; readonly to: number; readonly count: number };
  /** False: the events that were seen are left out, as for an expected limit. */
  readonly observed?: boolean;
}

/** The field whose zero is the edge of the exclusion: ln(events expected / events allowed) over masses and couplings. */
export interface ExclusionField {
  readonly logMass: Float64Array;
  readonly logCoupling: Float64Array;
  /** Mass by mass. */
  readonly values: Float64Array;
}

const FLOOR = -60;

/** Limits on the summed signal by which events belong to a mass hypothesis; tabulated once per pattern of counts. */
class LimitBook {
  private readonly known = new Map<string, CountLimits>();
  private readonly yields: DumpYields;
  private readonly observed: boolean;

  constructor(yields: DumpYields, observed: boolean) {
    this.yields = yields;
    this.observed = observed;
  }

  at(point: DumpMassPoint): CountLimits {
    const { setups } = this.yields;
    const counts = setups.map((setup, i) => {
      if (!this.observed) return 0;
      const resolution = point.searches[i].reduce((worst, found) => Math.max(worst, found.resolution.mass), 0);
      const window = setup.search.massWindow.value * resolution;
      const own = setup.experiment.id === setup.search.experiment;
      if (!own) return setup.experiment.counting?.value.observed ?? 0;
      return setup.search.observed.events.filter(({ mass }) => Math.abs(mass.value - point.mass) < window).length;
    });
    const key = counts.join(' ');
    let found = this.known.get(key);
    if (found === undefined) {
      const channels = setups.map(({ search, experiment }, i) => ({
        observed: counts[i],
        background:
          experiment.id === search.experiment
            ? regionBackground(search)
            : ({ kind: 'fixed', value: experiment.counting?.value.background ?? 0 } as const),
      }));
      found = new CountLimits(channels, setups[0].experiment.beam.protonsError.value, setups[0].search.limit.level);
      this.known.set(key, found);
    }
    return found;
  }
}

/** The exclusion field of some yields; FLOOR where nothing is expected or the model has no answer. */
export function exclusionField(yields: DumpYields, options: ContourOptions = {}): ExclusionField {
  const { range } = yields.model.coupling;
  const { from, to, count } = options.coupling ?? { from: range.min, to: range.max, count: 301 };
  if (!(from > 0 && to > from && count >= 2))
    throw new InvalidInput('coupling', `${from} to ${to} in ${count} found, allowed is 0 < from < to and two or more`);
  checkRescaling(options);
  const protons = options.protons;
  if (protons !== undefined && !(protons > 0 && protons < Number.POSITIVE_INFINITY))
    throw new InvalidInput('pot', `found ${protons}, allowed is a number above 0`);
  const logCoupling = Float64Array.from({ length: count }, (_, j) => log(from) + (log(to / from) * j) / (count - 1));
  const logMass = Float64Array.from(yields.points, ({ mass }) => log(mass));
  const values = new Float64Array(logMass.length * count).fill(FLOOR);
  const book = new LimitBook(yields, options.observed ?? true);
  yields.points.forEach((point, i) => {
    if (point.outside !== undefined) return;
    const limits = book.at(point);
    const curves = yields.setups.map((_, search) => new MassCurve(yields, search, point, options));
    for (let j = 0; j < count; j++) {
      let sum = 0;
      let first = 0;
      for (let s = 0; s < curves.length; s++) {
        const events = curves[s].at(logCoupling[j]);
        if (s === 0) first = events;
        sum += events;
      }
      if (sum > 1e-20) values[i * count + j] = Math.max(FLOOR, log(sum / limits.at(first / sum)));
    }
  });
  return { logMass, logCoupling, values };
}

/** Rings in (mass, coupling) of where a field is positive. */
export function fieldRings({ logMass, logCoupling, values }: ExclusionField): Ring[] {
  return contourRings(logMass, logCoupling, values).map((ring) => ring.map(([m, g]) => [exp(m), exp(g)]));
}

/** Edges of the exclusion at every mass, by linear interpolation of the field in ln coupling. */
export function fieldEdges({ logMass, logCoupling, values }: ExclusionField): CouplingEdges[] {
  const n = logCoupling.length;
  return Array.from(logMass, (m, i) => {
    let lower: number | null = null;
    let upper: number | null = null;
    let most = FLOOR;
    for (let j = 0; j < n; j++) {
      const f = values[i * n + j];
      most = Math.max(most, f);
      if (j === 0) {
        if (f > 0) lower = exp(logCoupling[0]);
        continue;
      }
      const before = values[i * n + j - 1];
      if (f > 0 === before > 0) continue;
      const at = exp(logCoupling[j - 1] + (before / (before - f)) * (logCoupling[j] - logCoupling[j - 1]));
      if (f > 0) lower ??= at;
      else upper = at;
    }
    if (lower !== null && values[i * n + n - 1] > 0) upper = exp(logCoupling[n - 1]);
    return { mass: exp(m), lower, upper, sensitivity: most === FLOOR ? 0 : exp(most) };
  });
}

const partText = (part: string | undefined): string => (part === undefined ? '' : ` (a part of it: ${part})`);

/** Contours, edges and band of yields that are already simulated: 0.1 s or so. */
export function excludeFromYields(yields: DumpYields, options: ContourOptions = {}, band = true): Exclusion {
  const { model, setups } = yields;
  const production = options.production ?? model.defaultProduction;
  const cl = setups[0].search.limit.level;
  const field = exclusionField(yields, { ...options, production });
  const expected = exclusionField(yields, { ...options, production, observed: false });
  const contours: ExclusionContour[] = [
    { cl, kind: 'observed', production, rings: fieldRings(field) },
    { cl, kind: 'expected', production, rings: fieldRings(expected) },
  ];
  // The band is of alternatives for the whole; a part of production is a line of its own and has none.
  const names = Object.keys(model.productions).filter((name) => model.productions[name].part === undefined);
  if (band && names.length > 1 && names.includes(production)) {
    const least = { ...field, values: Float64Array.from(field.values) };
    const most = { ...field, values: Float64Array.from(field.values) };
    for (const name of names) {
      if (name === production) continue;
      const other = exclusionField(yields, { ...options, production: name });
      for (let i = 0; i < other.values.length; i++) {
        least.values[i] = Math.min(least.values[i], other.values[i]);
        most.values[i] = Math.max(most.values[i], other.values[i]);
      }
    }
    contours.push({ cl, kind: 'band-least', production: names.join(', '), rings: fieldRings(least) });
    contours.push({ cl, kind: 'band-most', production: names.join(', '), rings: fieldRings(most) });
  }
  const outside = yields.points.flatMap(({ mass, outside: whole, closed }) => [
    ...(whole === undefined ? [] : [{ mass, what: whole }]),
    ...closed.filter(({ reason }) => !reason.startsWith('the decay is closed')).map((what) => ({ mass, what })),
  ]);
  const seen = yields.points.some(({ searches }) => searches.some((states) => states.length > 0));
  const assumptions = [
    `Production: ${model.productions[production].title}${partText(model.productions[production].part)}.`,
    ...model.assumptions,
    `Coupling ${model.coupling.symbol}: ${model.coupling.definition}.`,
    `${100 * cl} % CLs with a ${100 * setups[0].experiment.beam.protonsError.value} % uncertainty of the protons on target; one count per search within ±${setups[0].search.massWindow.value} σ of each mass.`,
    ...(options.lifetime === undefined
      ? []
      : [`Proper lifetime cτ = ${options.lifetime} m at every mass and coupling, in place of the model's.`]),
    ...(options.branching === undefined
      ? []
      : [`Branching fraction ${options.branching} to what the searches see, in place of the model's.`]),
    'Decays are isotropic in the rest frame of the hidden particle.',
    ...(setups.length > 1 ? ['Searches are combined by CLs with the uncertainty of the protons in common.'] : []),
    ...(seen ? [] : [`${model.title} has no decay that these searches see: nothing is excluded.`]),
    ...(outside.length > 0
      ? [
          `At ${new Set(outside.map(({ mass }) => mass)).size} of ${yields.points.length} masses the model or a mechanism gives no answer; see 'outside'.`,
        ]
      : []),
  ];
  return {
    model: model.id,
    searches: setups.map(({ search }) => search.id),
    protons: options.protons ?? setups[0].experiment.beam.protons.value,
    contours,
    units: { mass: 'GeV', coupling: model.coupling.unit },
    assumptions,
    edges: fieldEdges(field),
    outside,
  };
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

/** Where the number of excluded intervals changes between neighbouring masses: [index of the lower, geometric mean]. */
function changes(field: ExclusionField, masses: readonly number[], finest: number): number[] {
  const n = field.logCoupling.length;
  const crossings = masses.map((_, i) => {
    let count = 0;
    for (let j = 1; j < n; j++) if (field.values[i * n + j] > 0 !== field.values[i * n + j - 1] > 0) count++;
    return count;
  });
  return masses.flatMap((mass, i) =>
    i > 0 && crossings[i] !== crossings[i - 1] && mass / masses[i - 1] > 1 + finest
      ? [Math.sqrt(mass * masses[i - 1])]
      : [],
  );
}

/**
 * Adds masses between neighbours of which one is excluded and the other not, by halves, until the step is below
 * `finest` (relative) or `rounds` are done: tips and gaps of a contour get their true place.
 */
export function refineYields(yields: DumpYields, options: ContourOptions = {}, finest = 0.01, rounds = 6): DumpYields {
  const simulation = new DumpYieldSimulation(yields.model, yields.setups);
  let refined = yields;
  for (let round = 0; round < rounds; round++) {
    const masses = refined.points.map(({ mass }) => mass);
    const added = changes(exclusionField(refined, options), masses, finest);
    if (added.length === 0) break;
    const points = [...refined.points, ...added.map((mass) => simulation.at(mass, yields.events, yields.seed))];
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
