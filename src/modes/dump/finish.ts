import { digestOfColumns } from '../../search/asking/digest.ts';
import { NOTHING_OBSERVED } from '../../search/asking/projection.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { PublishedLimit } from '../../search/published-limit.ts';
import { notJudged, type ReproduceRow } from '../../search/results/row.ts';
import type { Counts } from '../../stages/blinding/counts.ts';
import { countingLimit } from '../../statistics/counting/index.ts';
import { type CombinatorialBackground, combinatorialBackground } from './chain/combinatorial.ts';
import { yieldsOfPlan } from './chain/engine.ts';
import { type DumpYields, searchAlone } from './chain/yields.ts';
import { checkRows } from './check-rows.ts';
import { regionBackground } from './exclusion/count-limits.ts';
import { excludeFromYields, refineYields } from './exclusion/exclude.ts';
import { acceptanceTable, eventsTable, type GridTable } from './exclusion/grid-tables.ts';
import { lifetimeImprovement } from './exclusion/lifetime-improvement.ts';
import type { LifetimeMap } from './exclusion/lifetime-map.ts';
import { lifetimeMap, lifetimeSteps } from './exclusion/model-independent.ts';
import { compareWithPublished } from './exclusion/published-contour.ts';
import { publishedEdgeYields } from './exclusion/published-edge-yields.ts';
import type { DumpRunPlan } from './plan.ts';
import { referencePoint } from './reference-point.ts';
import { dumpRows, improvedRows, massRangeRows } from './rows.ts';
import type { CitedSource, DumpLimit, DumpRunDocument } from './run-document.ts';
import { expectedInRegion } from './seal-data.ts';
import { secondariesOf, secondaryRows } from './secondary-pairs.ts';

/** A finished run with what only its pictures need. */
export interface FinishedDump {
  readonly document: DumpRunDocument;
  /** Of the search alone. */
  readonly yields: DumpYields;
  /** Of the search and those that it is combined with. */
  readonly combined: DumpYields;
  readonly pairs: CombinatorialBackground | null;
  readonly earlier: readonly PublishedLimit[];
}

/** Lifetimes cτ of maps, m. */
export const MAP_LIFETIMES = lifetimeSteps(1e-3, 1e5, 49);

const GRID_LIFETIMES = lifetimeSteps(1e-2, 1e5, 29);
const GRID_COUPLINGS = 61;

/** Six digits are more than the simulation knows. */
const shortened = ({ columns, rows }: GridTable): GridTable => ({
  columns,
  rows: rows.map((cells) => cells.map((cell) => (cell === null ? null : Number(cell.toPrecision(6))))),
});

/** Halo tracks of either charge; the number of pairs goes with its square. */
const haloTracksFor = (events: number): number => Math.max(400, Math.min(8000, Math.round(0.4 * events)));

/**
 * The document of a run from its results, one array per mass: yields, contours beside the published ones, backgrounds,
 * limit, rows. Contours are those of the published events, an input.
 */
export function finishDumpRun(
  plan: DumpRunPlan,
  sums: readonly Float64Array[],
  { bins: counts, kind, source, opened }: Counts,
): FinishedDump {
  const { search, experiment, seed, projection } = plan;
  const all = yieldsOfPlan(plan, sums);
  const yields = searchAlone(all, 0);
  const probe = plan.probe !== undefined;
  const names = Object.keys(search.regions);
  const observed = counts[names.indexOf(search.limit.region)];

  const pairs =
    'error' in (search.backgrounds.combinatorial?.regions.control ?? {})
      ? combinatorialBackground(yields.setups[0], { seed, tracks: haloTracksFor(plan.events) })
      : null;
  const secondaries = probe ? [] : secondariesOf(yields.setups[0], { seed, events: 40 * plan.events });
  const refined = probe ? yields : refineYields(yields);
  const joined = !probe && all.setups.length > 1;
  const together = joined ? refineYields(all) : refined;
  const { earlier } = plan;
  const exclusion = probe ? null : excludeFromYields(refined, {}, true, earlier);
  const combined = joined ? excludeFromYields(together, {}, true, earlier) : null;
  const map: LifetimeMap | null = probe ? lifetimeMap(yields, MAP_LIFETIMES) : null;
  const improvement =
    map === null || all.setups.length === 1
      ? null
      : lifetimeImprovement(
          map,
          all.setups.slice(1).map((_, i) => lifetimeMap(searchAlone(all, i + 1), MAP_LIFETIMES)),
        );
  const compared = !probe && projection === undefined;
  const comparisons = !compared
    ? []
    : Object.keys(yields.model.productions).map((production) => compareWithPublished(yields, { production }));
  const publishedEdges = compared ? publishedEdgeYields(yields) : [];
  const reference = referencePoint(yields);
  const { factors } = reference.events;
  const acceptance = factors.decayProbability * factors.acceptance * factors.selection;
  const point = yields.points.find(({ mass }) => mass === reference.mass);
  const accepted = point?.searches[0][0]?.events ?? 0;
  const signal = { value: acceptance, error: accepted > 0 ? acceptance / Math.sqrt(accepted) : 0 };
  const couplingRange = { from: yields.model.coupling.range.min, to: yields.model.coupling.range.max };
  const protons = experiment.beam.protons.value;
  const judged = (rows: readonly ReproduceRow[]) => (plan.frozen === null ? notJudged(rows) : rows);
  const document: DumpRunDocument = {
    kind: projection === undefined ? 'dump' : 'projection',
    searchKind: 'dump',
    projection: projection ?? null,
    search: search.id,
    title: search.title,
    channel: search.channel,
    model: plan.model,
    seed,
    events: plan.events,
    digest: { plan: plan.digest, search: plan.searchDigest, result: digestOfColumns(sums) },
    settings: plan.settings,
    frozen: plan.frozen,
    protons: { value: protons, error: protons * experiment.beam.protonsError.value, role: 'input' },
    acceptance: { signal, normalisation: null },
    kaonDecays: null,
    ses: null,
    absent: {
      kaonDecays: 'protons on target take the place of kaon decays',
      ses: 'a contour in mass and coupling takes the place of one sensitivity',
      'acceptance.normalisation': 'there is no normalisation channel',
    },
    reference,
    cutflow: [{ sample: 'signal', role: 'signal', decay: search.channel, steps: stepsOf(factors) }],
    background: { ...expectedInRegion(search, search.limit.region), role: 'input', sources: sourcesOf(search) },
    combinatorial: pairs === null ? null : withoutPoints(pairs),
    secondaries,
    regions: Object.fromEntries(
      names.map((name, i) => [
        name,
        { blind: search.blind.includes(name), expected: expectedInRegion(search, name), observed: counts[i] },
      ]),
    ),
    data: { kind, source },
    blind: observed === null,
    observed,
    reason:
      observed !== null
        ? null
        : projection === undefined
          ? 'the box is closed; `spillway unblind RUN` opens it, once and on record'
          : NOTHING_OBSERVED,
    opened,
    limit: limitOf(plan, observed),
    limitAtPublishedCount: limitOf(plan, projection === undefined ? search.observed.value : null),
    published: search.published,
    exclusion,
    combined,
    comparisons,
    publishedEdges,
    lifetimeMap: map,
    lifetimeImprovement: improvement,
    grids: {
      acceptance: shortened(acceptanceTable(yields, 0, GRID_LIFETIMES)),
      events: probe ? null : shortened(eventsTable(yields, { coupling: { ...couplingRange, count: GRID_COUPLINGS } })),
    },
    rows:
      projection !== undefined
        ? []
        : judged([
            ...dumpRows(yields, { comparisons, pairs, edges: publishedEdges }),
            ...secondaryRows(search, secondaries),
            ...checkRows(yields, map),
            ...improvedRows(search, improvement),
            ...(exclusion === null ? [] : massRangeRows(search, combined ?? exclusion)),
          ]),
  };
  return { document, yields: refined, combined: together, pairs, earlier };
}

function stepsOf(factors: DumpRunDocument['reference']['events']['factors']) {
  let left = 1;
  return Object.entries(factors).map(([name, factor]) => {
    left *= factor;
    return { name, factor, yield: left };
  });
}

function sourcesOf({ backgrounds, limit }: DumpSearchDocument): DumpRunDocument['background']['sources'] {
  return Object.entries(backgrounds).flatMap(([name, { title, regions }]): CitedSource[] => {
    const count = regions[limit.region];
    if (count === undefined) return [];
    const base = { name, title, role: 'input' as const };
    if ('upperLimit' in count) return [{ ...base, value: null, error: null, upperLimit: count.value }];
    const error = 'up' in count ? (count.up + count.down) / 2 : count.error;
    return [{ ...base, value: count.value, error, upperLimit: null }];
  });
}

const withoutPoints = ({ points: _, ...rest }: CombinatorialBackground) => rest;

function limitOf({ search, experiment }: DumpRunPlan, observed: number | null): DumpLimit {
  const background = regionBackground(search);
  const { level, method } = search.limit;
  const found = countingLimit({
    observed,
    background: background.value,
    ...('error' in background && background.error > 0
      ? { backgroundError: background.error, backgroundModel: 'gauss' as const }
      : {}),
    ...('up' in background
      ? { backgroundError: [background.up, background.down] as const, backgroundModel: 'asymmetric' as const }
      : {}),
    ses: 1,
    sesError: experiment.beam.protonsError.value,
    level,
    method,
  });
  return {
    cl: level,
    method: found.method,
    unit: 'signal events',
    observed: found.branchingRatio?.observed ?? null,
    expected: [...(found.branchingRatio?.expected ?? [])],
  };
}
