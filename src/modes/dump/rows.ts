import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { PublishedValue } from '../../search/published-value.ts';
import { alternativeRow, inputRow, type ReproduceRow, row } from '../../search/results/row.ts';
import { significance } from '../../statistics/significance/significance.ts';
import { type CombinatorialBackground, combinatorialBackground } from './chain/combinatorial.ts';
import type { DumpYields } from './chain/yields.ts';
import { regionBackground } from './exclusion/count-limits.ts';
import type { Exclusion } from './exclusion/exclude.ts';
import { type ContourComparison, compareWithPublished } from './exclusion/published-contour.ts';

/** Lower edges are asked to agree within 20 %, upper ones within 10 % from 0.28 GeV on, 30 % below. */
const edgeTolerance = (kind: 'lower' | 'upper', mass: number) => (kind === 'lower' ? 1.2 : mass >= 0.28 ? 1.1 : 1.3);
const EDGE_REASON = 'neither the production model nor the efficiency is published; digitised to a few per cent';

/**
 * Rows of a dump search: published beside computed, for every production set of the model; agreement is asked of its
 * default set alone, the others are alternatives (`agreeWithin` null). `yields` are of this search
 * alone, simulated at `publishedMasses` (and wherever else).
 */
export function dumpRows(
  yields: DumpYields,
  known: { readonly comparisons?: readonly ContourComparison[]; readonly pairs?: CombinatorialBackground | null } = {},
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
  const contour = search.published.contour;
  const own = yields.model.defaultProduction;
  const comparisons =
    known.comparisons ??
    Object.keys(yields.model.productions).map((production) => compareWithPublished(yields, { production }));
  if (contour !== undefined)
    for (const { production, points } of comparisons)
      for (const found of points)
        for (const kind of ['lower', 'upper'] as const) {
          const value = found.published[kind];
          if (value === null) continue;
          const asked: PublishedValue = {
            value,
            tag: contour.tag,
            source: contour.source,
            agreeWithin: edgeTolerance(kind, found.mass),
            why: EDGE_REASON,
          };
          const ours = found.computed[kind];
          const detail = `${kind} edge at ${found.mass} GeV, ${production}`;
          const shown = row(
            search.id,
            'couplingEdge',
            detail,
            asked,
            ours === null ? null : { value: ours, error: null },
          );
          // Only the model's own choice claims agreement; other production sets show what the choice is worth.
          rows.push(production === own ? shown : alternativeRow(shown));
        }
  return rows;
}

/** Ends of the masses that an exclusion reaches beside the published range, where one is cited; one row per end. */
export function massRangeRows(search: DumpSearchDocument, exclusion: Exclusion): ReproduceRow[] {
  const cited = search.published.excludedMassRange;
  if (cited === undefined) return [];
  const masses = exclusion.edges.filter(({ lower }) => lower !== null).map(({ mass }) => mass);
  const contour = exclusion.contours[0];
  return (['lower', 'upper'] as const).map((end, i) => {
    const asked: PublishedValue = {
      value: cited.value[i],
      tag: cited.tag,
      source: cited.source,
      unit: 'GeV',
      agreeWithin: 1.15,
      why: 'the published range is where earlier limits are improved, ours is where anything is excluded',
    };
    const mass = i === 0 ? masses[0] : masses[masses.length - 1];
    const detail = `${end} end, ${exclusion.searches.join(' and ')}, ${contour.production}`;
    return row(search.id, 'excludedMassRange', detail, asked, mass === undefined ? null : { value: mass, error: null });
  });
}
