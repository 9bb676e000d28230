import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { PublishedValue } from '../../search/published-value.ts';
import { alternativeRow, inputRow, type ReproduceRow, row } from '../../search/results/row.ts';
import { significance } from '../../statistics/significance/significance.ts';
import { type CombinatorialBackground, combinatorialBackground } from './chain/combinatorial.ts';
import { constantEfficiency } from './chain/expected-events.ts';
import type { DumpYields } from './chain/yields.ts';
import { regionBackground } from './exclusion/count-limits.ts';
import type { Exclusion } from './exclusion/exclude.ts';
import type { LifetimeImprovement } from './exclusion/lifetime-improvement.ts';
import { type ContourComparison, compareWithPublished } from './exclusion/published-contour.ts';
import { type PublishedEdgeYields, publishedEdgeYields } from './exclusion/published-edge-yields.ts';

/** Tolerances: lower edges 20 %, upper ones 10 % from 0.28 GeV on, 30 % below. */
const edgeTolerance = (kind: 'lower' | 'upper', mass: number) => (kind === 'lower' ? 1.2 : mass >= 0.28 ? 1.1 : 1.3);
const EDGE_REASON = 'neither the production model nor the efficiency is published; digitised to a few per cent';

/**
 * Rows of a dump search: published beside computed, for every production set of the model; agreement is asked of its
 * default set alone, the others are alternatives (`agreeWithin` null). `yields` are of this search
 * alone, simulated at `publishedMasses` (and wherever else).
 */
export function dumpRows(
  yields: DumpYields,
  known: KnownEdges & { readonly pairs?: CombinatorialBackground | null } = {},
): ReproduceRow[] {
  const [setup] = yields.setups;
  const { search, experiment } = setup;
  const { rows: published } = search.published;
  const rows: ReproduceRow[] = [
    inputRow(search.id, 'count', 'protons on target', experiment.beam.protons),
    inputRow(search.id, 'count', 'events seen in the signal region', search.observed),
  ];
  for (const [source, { title, regions }] of Object.entries(search.backgrounds))
    for (const [region, fact] of Object.entries(regions))
      rows.push(
        inputRow(
          search.id,
          'background',
          `${title} (${source}), ${region}${'upperLimit' in fact ? ', upper limit' : ''}`,
          fact,
        ),
      );
  const { significance: claimed, background, resolutionDistance, resolutionZ } = published;
  if (claimed !== undefined) {
    const model = regionBackground(search);
    const found = significance({
      observed: search.observed.value,
      background: model.value,
      ...('error' in model ? { backgroundError: model.error } : {}),
    });
    rows.push(
      row(
        search.id,
        'significance',
        'two-sided',
        claimed,
        found.twoSided === null ? null : { value: found.twoSided, error: null },
      ),
    );
  }
  if (background !== undefined) {
    const { signal, ratio } = known.pairs ?? combinatorialBackground(setup);
    rows.push(
      row(
        search.id,
        'background',
        `two halo tracks; signal over control ${ratio.value.toFixed(3)}`,
        background,
        signal,
      ),
    );
  }
  const point = yields.points.find(({ mass, searches }) => mass >= 0.25 && searches[0].length > 0);
  const resolution = point?.searches[0][0].resolution;
  if (resolution !== undefined && point !== undefined) {
    const at = `at ${point.mass} GeV`;
    if (resolutionDistance !== undefined) {
      // The assumed beam spot was chosen after the published width, so only what tracking adds is a result of ours.
      const width = resolution.originDistance;
      const spot: number = experiment.beam.spot.value;
      const tracking = Math.sqrt(Math.max(0, width * width - spot * spot));
      const label = 'distance from the beam axis';
      const whole = { value: width, error: null };
      const alone = { value: tracking, error: null };
      rows.push(
        row(
          search.id,
          'resolution',
          `${label} ${at}, with the assumed beam spot`,
          resolutionDistance,
          whole,
          'closure',
        ),
        row(search.id, 'resolution', `${label} ${at}, tracking alone`, resolutionDistance, alone),
      );
    }
    if (resolutionZ !== undefined)
      rows.push(
        row(search.id, 'resolution', `z of the origin ${at}`, resolutionZ, { value: resolution.originZ, error: null }),
      );
  }
  return [...rows, ...edgeRows(yields, known)];
}

type KnownEdges = {
  readonly comparisons?: readonly ContourComparison[];
  readonly edges?: readonly PublishedEdgeYields[];
};

/**
 * Rows of the edges of a published contour, upper ones first: only they bound new territory. A lower edge is a diagnosis:
 * it says which efficiency it would need and claims no agreement.
 */
function edgeRows(yields: DumpYields, known: KnownEdges): ReproduceRow[] {
  const [setup] = yields.setups;
  const { search } = setup;
  const contour = search.published.contour;
  if (contour === undefined) return [];
  const own = yields.model.defaultProduction;
  const comparisons =
    known.comparisons ??
    Object.keys(yields.model.productions).map((production) => compareWithPublished(yields, { production }));
  const needed = known.edges ?? publishedEdgeYields(yields);
  const predicted = constantEfficiency(setup).toPrecision(2);
  const rowsOf = (kind: 'upper' | 'lower') =>
    comparisons.flatMap(({ production, points }) =>
      points.flatMap(({ mass, published, computed }) => {
        const value = published[kind];
        if (value === null) return [];
        const asked: PublishedValue = {
          value,
          tag: contour.tag,
          source: contour.source,
          agreeWithin: edgeTolerance(kind, mass),
          why: EDGE_REASON,
        };
        const ours = computed[kind];
        const wanted = needed.find((edge) => edge.mass === mass)?.neededEfficiency[production] ?? null;
        const diagnosis =
          kind === 'upper' || wanted === null
            ? ''
            : ` (would need an efficiency of ${wanted.toPrecision(2)}, predicted ${predicted})`;
        const detail = `${kind} edge at ${mass} GeV${diagnosis}, ${production}`;
        const shown = row(
          search.id,
          'couplingEdge',
          detail,
          asked,
          ours === null ? null : { value: ours, error: null },
        );
        // Only the model's own choice claims agreement; other production sets show what the choice is worth.
        return [production === own && kind === 'upper' ? shown : alternativeRow(shown)];
      }),
    );
  return [...rowsOf('upper'), ...rowsOf('lower')];
}

/** Ends of the masses where an exclusion goes beyond all earlier limits beside the published range; one row per end. */
export function massRangeRows(search: DumpSearchDocument, exclusion: Exclusion): ReproduceRow[] {
  const cited = search.published.excludedMassRange;
  if (cited === undefined) return [];
  const { new: fresh, contours } = exclusion;
  return (['lower', 'upper'] as const).map((end, i) => {
    const range = fresh?.ranges.find(({ from, to }) => from === fresh.massRange?.[0] && to === fresh.massRange[1]);
    const how = range === undefined || range.ends[i] === 'edge' ? '' : `, where ${RANGE_ENDS[range.ends[i]]}`;
    const asked: PublishedValue = {
      value: cited.value[i],
      tag: cited.tag,
      source: cited.source,
      unit: 'GeV',
      agreeWithin: 1.1,
      // Where the scan or the earlier limits end, the end is none of ours and agrees by accident.
      ...(how === '' ? {} : { selection: 'unknown' as const }),
      why:
        fresh === null
          ? 'not computed: no earlier limits were given'
          : 'both ranges are where earlier limits are improved; the envelope was read from pictures',
    };
    const mass = fresh?.massRange?.[i];
    const detail = `${end} end of what is new, ${exclusion.searches.join(' and ')}, ${contours[0].production}${how}`;
    return row(search.id, 'excludedMassRange', detail, asked, mass === undefined ? null : { value: mass, error: null });
  });
}

const RANGE_ENDS = {
  'scan ends': 'the scanned masses end',
  'earlier limits end': 'the earlier limits end',
} as const;

/** Ends of the masses where a map goes beyond the earlier ones at its own best lifetime, beside those that are cited. */
export function improvedRows(search: DumpSearchDocument, improvement: LifetimeImprovement | null): ReproduceRow[] {
  const cited = search.modelIndependent?.improved;
  if (cited === undefined || improvement === null) return [];
  const longest = improvement.ranges.reduce<readonly [number, number] | null>(
    (best, range) => (best === null || range[1] / range[0] > best[1] / best[0] ? range : best),
    null,
  );
  return (['lower', 'upper'] as const).map((end, i) => {
    const asked: PublishedValue = {
      value: cited.value[i],
      tag: cited.tag,
      source: cited.source,
      unit: 'GeV',
      agreeWithin: 1.2,
      why: `only ${improvement.earlier.join(', ')} of the earlier limits are taken away; the ends of the talk are rounded`,
    };
    const detail = `${end} end of where limits on branching fractions are extended, at the best lifetime`;
    return row(
      search.id,
      'excludedMassRange',
      detail,
      asked,
      longest === null ? null : { value: longest[i], error: null },
    );
  });
}
