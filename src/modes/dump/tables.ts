import { countingTable } from '../../search/results/counting-table.ts';
import { countNote, type Exportable } from '../../search/results/exportable.ts';
import { tableOfRows } from '../../search/results/exported-rows.ts';
import type { ExportTable } from '../../search/results/table.ts';
import { countingWorkspace } from '../../statistics/histfactory/index.ts';
import { regionBackground } from './exclusion/count-limits.ts';
import type { Exclusion } from './exclusion/exclude.ts';
import type { GridTable } from './exclusion/grid-tables.ts';
import type { DumpRunPlan } from './plan.ts';
import type { DumpRunDocument } from './run-document.ts';

/** A finished run of a search behind a dump; the likelihood is that of the counts, μ the number of signal events. */
export function exportableDumpRun(plan: DumpRunPlan, run: DumpRunDocument): Exportable {
  const { search } = plan;
  const from = run.projection !== null ? 'nowhere' : run.observed === null ? 'published' : 'run';
  const observed = run.observed ?? (run.projection === null ? search.observed.value : 0);
  const background = regionBackground(search);
  const workspace = countingWorkspace({
    name: 'signal_region',
    observed,
    background: background.value,
    backgroundModel: background.kind,
    ...('up' in background
      ? { backgroundError: { up: background.up, down: background.down } }
      : { backgroundError: 'error' in background ? background.error : 0 }),
    sesError: run.protons.error / run.protons.value,
  });
  const note = countNote(from, run.data.kind);
  const limit = run.observed === null ? run.limitAtPublishedCount : run.limit;
  return {
    search: search.id,
    title: search.title,
    summary: search.summary,
    references: search.references,
    reaction: search.channel,
    digest: run.digest.result,
    blind: run.blind,
    document: search,
    tables: [
      ...tablesOfDumpRun(run),
      ...(limit.observed === null || 'up' in background
        ? []
        : [
            countingTable({
              region: search.limit.region,
              observed,
              background: background.value,
              backgroundError: 'error' in background ? background.error : 0,
              ses: 1,
              sesError: run.protons.error / run.protons.value,
              unit: 'signal events',
              limit: limit.observed,
              cl: limit.cl,
              method: limit.method,
              note,
            }),
          ]),
    ],
    counted: {
      reason:
        `'${search.id}' limits couplings over mass, not one number; ` +
        `'spillway exclude MODEL --searches ${search.id},…' combines searches behind dumps`,
    },
    likelihood: {
      workspace,
      meaning: { parameter: `signal events of ${search.id}`, unit: 1, count: from },
      note: `observed ${observed}: ${note}; mu counts signal events`,
      limit: limit.observed === null ? null : { value: limit.observed, cl: limit.cl, method: limit.method },
    },
  };
}

function tablesOfDumpRun(run: DumpRunDocument): ExportTable[] {
  const [flow] = run.cutflow;
  const tables: ExportTable[] = [
    tableOfRows(run.rows),
    {
      name: 'Expected events at the reference point',
      description: `Factors of the expected number of events at ${run.reference.mass} GeV.`,
      independent: [{ name: 'factor', values: flow.steps.map(({ name }) => name) }],
      dependent: [
        { name: 'value', values: flow.steps.map(({ factor }) => factor), qualifier: 'simulation' },
        { name: 'events so far', values: flow.steps.map((step) => step.yield), qualifier: 'simulation' },
      ],
    },
    {
      name: 'Backgrounds',
      description: 'Background events in the signal region, as published.',
      independent: [{ name: 'source', values: run.background.sources.map(({ title }) => title) }],
      dependent: [
        {
          name: 'events',
          values: run.background.sources.map(({ value }) => value),
          errors: run.background.sources.map(({ error }) => error),
          qualifier: 'cited',
        },
        { name: 'upper limit', values: run.background.sources.map(({ upperLimit }) => upperLimit), qualifier: 'cited' },
      ],
    },
    ...(run.exclusion === null ? [] : contourTables('this search', run.exclusion)),
    ...(run.combined === null ? [] : contourTables('combined', run.combined)),
  ];
  const { lifetimeMap: map, grids } = run;
  tables.push(
    gridExport(
      'Acceptance against mass and lifetime',
      'Share of all particles made that is selected, decay probability included.',
      grids.acceptance,
    ),
  );
  if (grids.events !== null)
    tables.push(
      gridExport(
        'Events against mass and coupling',
        'Expected events, and events over those allowed (excluded above 1).',
        grids.events,
      ),
    );
  if (map !== null) {
    const cells = map.masses.flatMap((mass, i) =>
      map.lifetimes.map((lifetime, j) => ({ mass, lifetime, limit: map.limits[i][j] })),
    );
    tables.push({
      name: 'Limits against mass and lifetime',
      description: `Upper limits on ${map.product} at ${100 * map.cl} % confidence level. ${map.assumptions.join('. ')}`,
      independent: [
        { name: 'mass', unit: 'GeV', values: cells.map(({ mass }) => mass) },
        { name: 'cτ', unit: 'm', values: cells.map(({ lifetime }) => lifetime) },
      ],
      dependent: [{ name: 'upper limit', values: cells.map(({ limit }) => limit), qualifier: 'simulation' }],
    });
  }
  return tables;
}

/** A grid whose first two columns are the axes; a unit stands behind the last underscore of a name. */
function gridExport(name: string, description: string, { columns, rows }: GridTable): ExportTable {
  const column = (title: string, i: number) => ({ name: title, values: rows.map((cells) => cells[i]) });
  return {
    name,
    description,
    independent: columns
      .slice(0, 2)
      .map((title, i) => ({ ...column(title, i), values: rows.map((cells) => cells[i] ?? 0) })),
    dependent: columns.slice(2).map((title, i) => ({ ...column(title, i + 2), qualifier: 'simulation' as const })),
  };
}

/** The rings of all contours, point by point, and the excluded couplings at every mass. */
function contourTables(title: string, { contours, edges, units, assumptions }: Exclusion): ExportTable[] {
  const points = contours.flatMap(({ cl, kind, production, rings }) =>
    rings.flatMap((ring, index) =>
      ring.map(([mass, coupling]) => ({ cl, kind, production, ring: index, mass, coupling })),
    ),
  );
  const mass = { name: 'mass', unit: units.mass };
  return [
    {
      name: `Contours, ${title}`,
      description: `Closed rings in mass and coupling; a point is excluded inside an odd number of them. ${assumptions.join('. ')}`,
      independent: [
        { name: 'kind', values: points.map(({ kind }) => kind) },
        { name: 'production', values: points.map(({ production }) => production) },
        { name: 'confidence level', values: points.map(({ cl }) => cl) },
        { name: 'ring', values: points.map(({ ring }) => ring) },
        { ...mass, values: points.map((point) => point.mass) },
      ],
      dependent: [{ name: 'coupling', unit: units.coupling, values: points.map(({ coupling }) => coupling) }],
    },
    {
      name: `Excluded couplings, ${title}`,
      description: 'Lowest and highest excluded coupling at every simulated mass; none where nothing is excluded.',
      independent: [{ ...mass, values: edges.map((edge) => edge.mass) }],
      dependent: [
        { name: 'lower', unit: units.coupling, values: edges.map(({ lower }) => lower) },
        { name: 'upper', unit: units.coupling, values: edges.map(({ upper }) => upper) },
      ],
    },
  ];
}
