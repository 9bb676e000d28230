import { join } from 'node:path';
import { makeFolder, writeWhole } from '../hosts/node/write-file.ts';
import { sectionsOfDumpRun } from '../modes/dump/report/report-of-run.ts';
import { limitSummaryFigure } from '../modes/kaon/limit-summary.ts';
import { figuresOfRun, sectionsOfRun } from '../modes/kaon/report/report-of-run.ts';
import { reproduceRows } from '../modes/kaon/rows.ts';
import type { DumpSearchDocument } from '../search/dump-search.ts';
import type { SearchDocument } from '../search/kaon-search.ts';
import { type Agreement, agreementOf, agreementText } from '../search/results/agreement.ts';
import type { RunFigure } from '../search/results/figure.ts';
import { forestFigure } from '../search/results/forest-figure.ts';
import { isAlternative, type ReproduceRow } from '../search/results/row.ts';
import { rowsTable } from '../search/results/rows-table.ts';
import { reportHtml } from '../stages/report/index.ts';
import { type FinishedDumpRun, type RunDumpOptions, runDumpSearch } from './run-dump-search.ts';
import { type FinishedRun, type RunSearchOptions, runSearch } from './run-search.ts';

/** Published and computed values of several searches side by side, and where the report is. */
export interface Reproduction {
  readonly rows: readonly ReproduceRow[];
  readonly summary: Agreement;
  readonly report: string;
  readonly runs: readonly { readonly search: string; readonly folder: string; readonly digest: string }[];
}

/** Decays per mass behind a dump for each decay per sample with kaons. */
const DECAYS_PER_MASS = 0.02;

/**
 * The main job: carries out every search, puts what it published beside what was computed, and writes one HTML report
 * with figures under `out` (by default `runs/reproduce`).
 */
export async function reproduce(
  searches: readonly (SearchDocument | DumpSearchDocument)[],
  options: RunSearchOptions = {},
  dumpProgress: Pick<RunDumpOptions, 'onPlan' | 'onProgress'> = {},
): Promise<Reproduction> {
  const { out = join('runs', 'reproduce'), ...rest } = options;
  await makeFolder(join(out, 'figures'));
  const finished: Finished[] = [];
  for (const search of searches) {
    if ('kind' in search) {
      const { onPlan: _, events, ...common } = rest;
      const perMass = events === undefined ? undefined : Math.max(100, Math.round(events * DECAYS_PER_MASS));
      finished.push(await runDumpSearch(search, { ...common, events: perMass, ...dumpProgress }));
    } else finished.push(await runSearch(search, rest));
  }
  const rows = finished.flatMap(rowsOf);
  const ownRows = rows.filter((row) => !isAlternative(row));
  const limits = limitSummaryFigure(
    finished.flatMap((one) => (isDump(one) ? [] : [one.document])),
    'limits.svg',
  );
  const summary = [
    ...(ownRows.some(({ ratio }) => ratio !== null)
      ? [forestFigure('Published against computed', ownRows, 'published-against-computed.svg')]
      : []),
    ...(limits === undefined ? [] : [limits]),
  ];
  for (const { name, svg } of summary) await writeWhole(join(out, 'figures', name), [svg]);
  const report = join(out, 'report.html');
  await writeWhole(report, [reportHtml(await reportOf(finished, ownRows, summary, out))]);
  return {
    rows,
    summary: agreementOf(rows),
    report,
    runs: finished.map(({ document, folder }) => ({
      search: document.search,
      folder,
      digest: document.digest.result,
    })),
  };
}

type Finished = FinishedRun | FinishedDumpRun;

const isDump = (finished: Finished): finished is FinishedDumpRun => 'figures' in finished;

const rowsOf = (finished: Finished): readonly ReproduceRow[] =>
  isDump(finished) ? finished.document.rows : reproduceRows(finished.plan.search, finished.document);

async function reportOf(
  finished: readonly Finished[],
  rows: readonly ReproduceRow[],
  summary: readonly RunFigure[],
  out: string,
) {
  const own = [];
  for (const one of finished) {
    const { plan } = one;
    const { id } = plan.search;
    const drawn = isDump(one) ? one.figures : figuresOfRun(one.plan, one.document);
    const figures = drawn.map((figure) => ({ ...figure, name: `${id}-${figure.name}` }));
    for (const { name, svg } of figures) await writeWhole(join(out, 'figures', name), [svg]);
    const plain = figures.map((figure) => ({ ...figure, name: figure.name.slice(id.length + 1) }));
    own.push({
      id,
      heading: plan.search.channel,
      paragraphs: [plan.search.title],
      parts: (isDump(one)
        ? sectionsOfDumpRun(one.plan, one.document, plain)
        : sectionsOfRun(one.plan, one.document, plain)
      )
        .flatMap(({ stage: _, parts = [], ...section }) => [section, ...parts])
        .map(({ figures: drawn, ...part }) => ({
          ...part,
          id: `${id}-${part.id}`,
          figures: (drawn ?? []).map((figure) => ({
            ...figure,
            fileName: `figures/${id}-${(figure.fileName ?? '').replace('figures/', '')}`,
          })),
        })),
    });
  }
  const misses = rows.filter(({ verdict }) => verdict === 'disagree');
  return {
    title: 'From the spill to the limit',
    subtitle: 'Every number of the talk, published beside computed',
    notices: [{ kind: 'pseudo-data' as const }],
    sections: [
      {
        id: 'summary',
        heading: 'Published against computed',
        stage: 'report' as const,
        paragraphs: [
          agreementText(agreementOf(rows)),
          ...misses.map(
            ({ search, quantity, detail, ratio, why }) =>
              `\`${search}\` ${quantity}${detail === null ? '' : ` (${detail})`} disagrees: ratio ${ratio?.toFixed(2) ?? '–'}. ${why ?? ''}`,
          ),
        ],
        tables: [rowsTable(rows)],
        figures: summary.map(({ caption, svg, name, wide }) => ({ caption, svg, fileName: `figures/${name}`, wide })),
      },
      ...own,
    ],
    footer: {
      references: [...new Set(finished.flatMap(({ plan }) => [...plan.search.references]))].map((text) => ({ text })),
      facts: finished.map(
        ({ document }) => [document.search, `seed ${document.seed}, digest ${document.digest.result}`] as const,
      ),
    },
  };
}
