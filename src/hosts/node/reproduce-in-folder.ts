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
import { sharedWorkers } from '../../tasks/index.ts';
import { writeFigure } from './files/write-figure.ts';
import { makeFolder, writeWhole } from './files/write-file.ts';
import { type NodeOptions, type RunSearchOptions, runSearch, type SavedRun } from './run-search.ts';
import { defaultWorkers, nodeWorkers } from './workers/node-workers.ts';

/** A reproduction and where its report lies. */
export interface SavedReproduction extends Reproduction<SavedRun> {
  readonly report: string;
}

/** What is asked of all searches, and how they are followed. */
export interface ReproduceOptions extends RunSearchOptions {
  readonly keyFigures?: readonly KeyFigureWanted[];
  /** Who follows one search of several under way; `end` when its run is written or has failed. */
  readonly follow?: (search: AnySearch) => Pick<NodeOptions, 'onPlan' | 'onProgress'> & { end(): void };
}

/** Searches under way at once: one is simulated while the other is planned or finished. */
const TOGETHER = 2;

/**
 * Carries out every search in a folder of its own and writes a report of all, a small site with `report.html` in front,
 * and its figures to `out` (by default `runs/reproduce`). `events` are those of a sample of decays in flight. Two searches
 * share the workers, unless a budget in seconds is for each.
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
    workers = defaultWorkers(),
    follow,
    ...options
  }: ReproduceOptions = {},
): Promise<SavedReproduction> {
  await makeFolder(join(out, 'figures'));
  const startWorker = sharedWorkers(options.startWorker ?? nodeWorkers().start, workers);
  const carryOut = async (search: AnySearch): Promise<SavedRun> => {
    const { end, ...followed } = follow?.(search) ?? {};
    try {
      return await runSearch(search, {
        ...{ ...options, workers, startWorker, ...followed },
        events: eventsFor(search, events),
        ...(findsItsSize(search) && { toPrecision, precision, budget }),
      });
    } finally {
      end?.();
    }
  };
  const reproduction = await reproduce(searches, carryOut, budget === undefined ? TOGETHER : 1);
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
