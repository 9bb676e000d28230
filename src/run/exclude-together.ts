import type { Ring } from '../interpretation/contour-rings.ts';
import {
  type CouplingEdges,
  type ExclusionField,
  fieldEdges,
  fieldRings,
  strongest,
} from '../interpretation/coupling-plane.ts';
import { type KaonReading, kaonReading } from '../interpretation/kaon-readings/index.ts';
import { hiddenModel } from '../interpretation/named-model.ts';
import { exp, log } from '../math/elementary.ts';
import {
  checkCouplings,
  checkExclusion,
  type ExcludeModelOptions,
  type ExclusionPlanes,
  openExclusion,
} from '../modes/exclusion.ts';
import type { MassScanResult } from '../modes/kaon/analyses/mass-scan/result.ts';
import { hasObserved, scanField, scannedAlong } from '../modes/kaon/analyses/mass-scan/scan-field.ts';
import type { RunDocument } from '../modes/kaon/run-document.ts';
import { InvalidInput } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import type { DumpSearchDocument } from '../search/dump-search.ts';
import type { SearchDocument } from '../search/kaon-search.ts';
import type { BlockPlan } from '../tasks/index.ts';
import { type Host, localHost } from './host.ts';
import { run } from './run.ts';
import { simulate } from './simulate.ts';

/** A closed contour in mass and coupling; `sigma`: standard deviations of an expected band. */
export interface TogetherContour {
  readonly kind: 'observed' | 'expected' | 'expected-band' | 'projected' | 'projected-band';
  readonly sigma?: number;
  readonly cl: number;
  readonly rings: readonly Ring[];
}

/** What some searches exclude by themselves. */
export interface ExcludedRegion {
  readonly searches: readonly string[];
  /** 'model': the particle decays as the model says; 'other': as the search has it, so it is not united with the others. */
  readonly decays: 'model' | 'other';
  readonly contours: readonly TogetherContour[];
  /** Masses that were scanned, GeV: where a contour ends with them there is no edge. */
  readonly scanned: readonly [number, number];
  /** Edges of the observed region; of the expected one where nothing was observed. */
  readonly edges: readonly CouplingEdges[];
  /** Why there is no observed contour. */
  readonly reason: string | null;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
}

/** Regions of kaon searches and of searches behind dumps for one model, and of all that see the same particle. */
export interface TogetherExclusion {
  readonly kind: 'exclusion' | 'projection';
  readonly model: string;
  readonly searches: readonly string[];
  readonly units: { readonly mass: 'GeV'; readonly coupling: string };
  readonly regions: readonly ExcludedRegion[];
  /** Of the union of the regions whose particle decays as the model says. */
  readonly contours: readonly TogetherContour[];
  readonly edges: readonly CouplingEdges[];
  readonly assumptions: readonly string[];
}

/** What is asked of searches of both kinds together. */
export interface TogetherOptions
  extends Pick<ExcludeModelOptions, 'production' | 'pot' | 'mass' | 'coupling' | 'events' | 'seed'> {
  /** Times the exposure of the data. */
  readonly exposure?: number | undefined;
}

/** Decays per sample of a kaon search for one decay per mass behind a dump. */
const KAON_DECAYS = 10;
const DEFAULT_EVENTS = 20_000;
const COUPLINGS = 301;

/** A mass scan of a kaon search, carried out for a model. */
export interface ScannedReading {
  readonly search: SearchDocument;
  readonly reading: KaonReading;
  readonly result: MassScanResult;
  readonly document: RunDocument;
}

/** Throws InvalidInput, before anything is simulated, where a kaon search scans none of the masses from `from` to `to`, GeV. */
export function requireScanned(search: SearchDocument, model: string, from: number, to: number): void {
  const reading = kaonReading(search.id, model);
  const scan = search.analyses?.[reading.scan];
  const scanned = scan?.kind === 'mass scan' ? reading.prepare(scan).masses : {};
  const { [reading.along ?? Object.keys(scanned)[0]]: axis } = scanned;
  if (axis === undefined || (to >= axis.from - axis.step && from <= axis.to + axis.step)) return;
  const asked = from === to ? `${from}` : `${from} to ${to}`;
  throw new InvalidInput('mass', `${search.id} has masses from ${axis.from} to ${axis.to} GeV, found ${asked}.`);
}

/** Carries out the scan of a kaon search that says something of a model. InvalidInput where none does. */
export async function scanForModel(
  search: SearchDocument,
  model: string,
  { events = DEFAULT_EVENTS, seed, exposure }: TogetherOptions,
  host: Host,
): Promise<ScannedReading> {
  const reading = kaonReading(search.id, model);
  const scan = search.analyses?.[reading.scan];
  if (scan?.kind !== 'mass scan') throw new InvalidInput(search.id, `has no mass scan '${reading.scan}'`);
  const prepared: SearchDocument = {
    ...search,
    checks: {},
    spectra: {},
    analyses: { [reading.scan]: reading.prepare(scan) },
  };
  const { document } = await run(prepared, { events: KAON_DECAYS * events, seed, exposure }, host);
  return { search, reading, document, result: document.analyses[reading.scan] as MassScanResult };
}

/**
 * What kaon searches and searches behind a dump exclude of a model: each kind by itself, and the union of all that see the
 * particle decay as the model says. Throws InvalidInput for a kaon search that says nothing of the model.
 */
export async function excludeTogether(
  model: string,
  searches: readonly AnySearch[],
  options: TogetherOptions = {},
  host: Host = localHost,
): Promise<TogetherExclusion> {
  const { coupling } = hiddenModel(model);
  const { from, to, points } = options.coupling ?? {
    from: coupling.range.min,
    to: coupling.range.max,
    points: COUPLINGS,
  };
  const logCoupling = Float64Array.from({ length: points }, (_, j) => log(from) + (log(to / from) * j) / (points - 1));
  const kaons = searches.filter((search) => search.kind === 'kaon');
  const dumps = searches.filter((search) => search.kind === 'dump') as readonly DumpSearchDocument[];
  // Readings are looked up before anything is simulated.
  for (const search of kaons) requireScanned(search, model, options.mass?.from ?? 0, options.mass?.to ?? Infinity);
  if (options.coupling !== undefined) checkCouplings(hiddenModel(model), options.coupling);
  if (dumps.length > 0) checkExclusion(model, dumps, options);
  const { exposure = 1 } = options;
  const projected = exposure !== 1 || options.pot !== undefined;
  const planes: Region[] = [];
  for (const search of kaons)
    planes.push(regionOfScan(await scanForModel(search, model, options, host), logCoupling, options));
  if (dumps.length > 0) planes.push(await regionOfDumps(model, dumps, { from, to, points }, options, host));
  const united = planes.filter(({ decays }) => decays === 'model');
  const union = united.length === 0 ? null : unionOf(united);
  const level = planes[0].cl;
  return {
    kind: projected ? 'projection' : 'exclusion',
    model,
    searches: searches.map(({ id }) => id),
    units: { mass: 'GeV', coupling: coupling.unit },
    regions: planes.map((region) => ({
      searches: region.searches,
      decays: region.decays,
      contours: contoursOf(region, level, projected),
      scanned: scannedBy(region),
      edges: fieldEdges(region.observed ?? region.expected),
      reason: region.reason,
      assumptions: region.assumptions,
      references: region.references,
    })),
    contours: union === null ? [] : contoursOf(union, level, projected),
    edges: union === null ? [] : fieldEdges(union.observed ?? union.expected),
    assumptions: [
      ...planes.flatMap((region) => region.assumptions.map((sentence) => `${region.searches.join(', ')}: ${sentence}`)),
      united.length < 2
        ? 'Regions are drawn one by one: no two of them see the particle decay in the same way.'
        : `All together: a point is excluded where ${united.map((region) => region.searches.join(' and ')).join(' or ')} excludes it; bands are those of each at the same number of standard deviations.`,
      ...(projected && dumps.length > 0
        ? ['Counts behind the dump are the median of a background that grows with the protons.']
        : []),
    ],
  };
}

/** Planes of one kind of search, with what is said of them. */
interface Region extends ExclusionPlanes {
  readonly searches: readonly string[];
  readonly decays: ExcludedRegion['decays'];
  readonly cl: number;
  readonly reason: string | null;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
}

function regionOfScan(
  { search, reading, result, document }: ScannedReading,
  logCoupling: Float64Array,
  { mass }: TogetherOptions,
): Region {
  const axis = scannedAlong(reading, result);
  const within = result.hypotheses.filter(
    ({ masses }) => mass === undefined || (masses[axis] >= mass.from && masses[axis] <= mass.to),
  );
  if (within.length < 2) throw new InvalidInput('mass', `${search.id} has fewer than two masses there`);
  const shown = { ...result, hypotheses: within };
  const observed = document.projection === null && hasObserved(shown);
  return {
    searches: [search.id],
    decays: reading.decaysAsModel ? 'model' : 'other',
    cl: result.level,
    observed: observed ? scanField(reading, shown, logCoupling, 'observed') : null,
    expected: scanField(reading, shown, logCoupling, 0),
    bands: ([-2, -1, 1, 2] as const).map((sigma) => scanField(reading, shown, logCoupling, sigma)),
    reason: observed
      ? null
      : document.projection !== null
        ? 'a projection: nothing is observed'
        : 'the counts in each mass window are not public, and the box of this run is closed',
    assumptions: reading.assumptions,
    references: [...search.references, ...reading.references],
  };
}

async function regionOfDumps(
  model: string,
  searches: readonly DumpSearchDocument[],
  coupling: { readonly from: number; readonly to: number; readonly points: number },
  options: TogetherOptions,
  host: Host,
): Promise<Region> {
  const { exposure } = options;
  const simulateOn = async (plan: BlockPlan) => (await simulate(plan, plan.samples[0]?.events ?? 1, host)).sums;
  const opened = await openExclusion(model, searches, { ...options, coupling }, simulateOn);
  const question = { ...options, coupling };
  const { exclusion } = opened.contour(question, { band: false });
  const pot = exposure === undefined || exposure === 1 ? options.pot : exposure * exclusion.protons;
  const planes = opened.planes({ ...question, pot });
  return {
    ...planes,
    searches: searches.map(({ id }) => id),
    decays: 'model',
    cl: exclusion.contours[0].cl,
    reason: planes.observed === null ? 'a projection: nothing is observed' : null,
    assumptions: exclusion.assumptions,
    references: searches.flatMap(({ references }) => references),
  };
}

/** The union of regions, at the masses of all of them. What has nothing observed takes no part in the observed one. */
function unionOf(regions: readonly Region[]): Region {
  const logMass = Float64Array.from([...new Set(regions.flatMap(({ expected }) => [...expected.logMass]))]).sort();
  const together = (pick: (region: Region) => ExclusionField | null): ExclusionField | null => {
    const fields = regions.map(pick).filter((field): field is ExclusionField => field !== null);
    return fields.length === 0 ? null : strongest(fields, logMass);
  };
  const [first] = regions;
  return {
    ...first,
    searches: regions.flatMap(({ searches }) => searches),
    observed: together(({ observed }) => observed),
    expected: together(({ expected }) => expected) ?? first.expected,
    bands: first.bands.map((band, k) => together(({ bands }) => bands[k]) ?? band),
  };
}

function contoursOf({ observed, expected, bands }: Region, cl: number, projected: boolean): TogetherContour[] {
  const kind = projected ? ('projected' as const) : ('expected' as const);
  return [
    ...(observed === null ? [] : [{ kind: 'observed' as const, cl, rings: fieldRings(observed) }]),
    { kind, cl, rings: fieldRings(expected) },
    ...bands.map((band, k) => ({
      kind: `${kind}-band` as const,
      sigma: [-2, -1, 1, 2][k],
      cl,
      rings: fieldRings(band),
    })),
  ];
}

const scannedBy = ({ expected: { logMass } }: Region): readonly [number, number] => [
  exp(logMass[0]),
  exp(logMass[logMass.length - 1]),
];
