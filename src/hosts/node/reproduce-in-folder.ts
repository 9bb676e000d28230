import { join } from 'node:path';
import {
  eventsFor,
  figuresOfSearch,
  findsItsSize,
  type Reproduction,
  reproduce,
  summaryFigures,
} from '../../run/reproduce.ts';
import { frontFile, type KeyFigureWanted, reproductionSite } from '../../run/reproduction-site.ts';
import type { AnySearch } from '../../search/any-search.ts';
import { siteFiles } from '../../stages/report/index.ts';
import { writeFigure } from './files/write-figure.ts';
import { makeFolder, writeWhole } from './files/write-file.ts';
import { type RunSearchOptions, runSearch, type SavedRun } from './run-search.ts';

/** A reproduction and where its report lies. */
export interface SavedReproduction extends Reproduction<SavedRun> {
  readonly report: string;
}

/**
 * Carries out every search in a folder of its own and writes a report of all, a small site with `report.html` in front, and its figures to `out` (by default
 * `runs/reproduce`). `events` are those of a sample of decays in flight.
 */
export async function reproduceInFolder(
  searches: readonly AnySearch[],
  {
    out = join('runs', 'reproduce'),
    events,
    keyFigures = [],
    toPrecision,
    precision,
    budget,
    ...options
  }: RunSearchOptions & { readonly keyFigures?: readonly KeyFigureWanted[] } = {},
): Promise<SavedReproduction> {
  await makeFolder(join(out, 'figures'));
  const reproduction = await reproduce(searches, (search) =>
    runSearch(search, {
      ...options,
      events: eventsFor(search, events),
      ...(findsItsSize(search) && { toPrecision, precision, budget }),
    }),
  );
  const summary = summaryFigures(reproduction);
  const figures = new Map(reproduction.runs.map((run) => [run.document.search, figuresOfSearch(run)]));
  for (const { name, figure } of [...summary, ...[...figures.values()].flat()]) {
    await writeFigure(join(out, 'figures', name), figure);
  }
  for (const [file, page] of siteFiles(reproductionSite(reproduction, summary, figures, keyFigures))) {
    await writeWhole(join(out, file), [page]);
  }
  return { ...reproduction, report: join(out, frontFile) };
}
