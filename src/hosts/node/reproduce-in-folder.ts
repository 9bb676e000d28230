import { join } from 'node:path';
import {
  eventsFor,
  figuresOfSearch,
  type Reproduction,
  reproduce,
  reproductionReport,
  summaryFigures,
} from '../../run/reproduce.ts';
import type { AnySearch } from '../../search/any-search.ts';
import { reportHtml } from '../../stages/report/index.ts';
import { type RunSearchOptions, runSearch, type SavedRun } from './run-search.ts';
import { makeFolder, writeWhole } from './write-file.ts';

/** A reproduction and where its report lies. */
export interface SavedReproduction extends Reproduction<SavedRun> {
  readonly report: string;
}

/**
 * Carries out every search in a folder of its own and writes one report of all with figures to `out` (by default
 * `runs/reproduce`). `events` are those of a sample of decays in flight.
 */
export async function reproduceInFolder(
  searches: readonly AnySearch[],
  { out = join('runs', 'reproduce'), events, ...options }: RunSearchOptions = {},
): Promise<SavedReproduction> {
  await makeFolder(join(out, 'figures'));
  const reproduction = await reproduce(searches, (search) =>
    runSearch(search, { ...options, events: eventsFor(search, events) }),
  );
  const summary = summaryFigures(reproduction);
  const figures = new Map(reproduction.runs.map((run) => [run.document.search, figuresOfSearch(run)]));
  for (const { name, svg } of [...summary, ...[...figures.values()].flat()]) {
    await writeWhole(join(out, 'figures', name), [svg]);
  }
  const report = join(out, 'report.html');
  await writeWhole(report, [reportHtml(reproductionReport(reproduction, summary, figures))]);
  return { ...reproduction, report };
}
