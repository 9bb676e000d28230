import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readData } from '../hosts/node/read-data.ts';
import { defaultRunFolder, RunFolder, readPlanDocument, readRunDocument } from '../hosts/node/run-folder.ts';
import { runInFolder } from '../hosts/node/run-in-folder.ts';
import { boxState, readUnblinding, recordUnblinding } from '../hosts/node/unblinding-record.ts';
import { makeFolder, writeWhole } from '../hosts/node/write-file.ts';
import { figuresOfDumpRun } from '../modes/dump/figures.ts';
import { finishDumpRun } from '../modes/dump/finish.ts';
import { type DumpRunPlan, planDumpRun } from '../modes/dump/plan.ts';
import { reportOfDumpRun } from '../modes/dump/report/report-of-run.ts';
import type { DumpRunDocument } from '../modes/dump/run-document.ts';
import { InvalidInput } from '../schema/index.ts';
import { digestOfDocument } from '../search/asking/digest.ts';
import type { DumpSearchDocument } from '../search/dump-search.ts';
import type { RunFigure } from '../search/results/figure.ts';
import { reportHtml } from '../stages/report/index.ts';
import type { RunSearchOptions } from './run-search.ts';

/** How a dump search is carried out; `events` are decays per mass. */
export interface RunDumpOptions extends Omit<RunSearchOptions, 'onPlan'> {
  readonly onPlan?: ((plan: DumpRunPlan, folder: string) => void) | undefined;
}

/** A run of a dump search that came to its end. */
export interface FinishedDumpRun {
  readonly plan: DumpRunPlan;
  readonly document: DumpRunDocument;
  readonly figures: readonly RunFigure[];
  readonly folder: string;
  readonly report: string;
  /** The box was opened for an earlier state of this search. */
  readonly changedAfterUnblinding: boolean;
}

const WORKER = new URL('../hosts/node/dump-worker.js', import.meta.url);
const DATA_FILE = 'data.json';

/**
 * Carries out a search behind a dump: simulates the masses that its folder does not hold yet, then sets limits and
 * contours and writes `run.json`, `report.html` and `figures/`. The box stays closed unless its opening is on record in
 * the folder. Throws InvalidInput for bad input and Interrupted when `signal` fires; finished masses are kept.
 */
export async function runDumpSearch(
  search: DumpSearchDocument,
  options: RunDumpOptions = {},
): Promise<FinishedDumpRun> {
  const plan = planDumpRun(search, options);
  const data = options.data === undefined ? undefined : await readData(options.data);
  const path = options.out ?? defaultRunFolder(search.id, plan.digest);
  const folder = await RunFolder.open(path, plan, options.onNotice ?? (() => undefined));
  if (options.data !== undefined && data !== undefined) {
    const choice = { file: resolve(options.data), sha256: data.sha256 };
    await writeWhole(join(path, DATA_FILE), [`${JSON.stringify(choice, undefined, 2)}\n`]);
  }
  return await carryOut(plan, folder, options);
}

async function carryOut(plan: DumpRunPlan, folder: RunFolder, options: RunDumpOptions): Promise<FinishedDumpRun> {
  const { path } = folder;
  options.onPlan?.(plan, path);
  const { sums } = await runInFolder({
    plan,
    blockEvents: plan.decays,
    folder,
    script: WORKER,
    workers: options.workers,
    chunkEvents: options.chunk,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  const record = await readUnblinding(path);
  const history = await readUnblinding(historyFolder(path, plan));
  const changedAfterUnblinding = boxState([...history, ...record], plan.searchDigest) === 'changed';
  const opening = record.find(({ digest }) => digest === plan.searchDigest);
  const finished = finishDumpRun(plan, sums, await dataOf(path), opening);
  const { document } = finished;
  await folder.writeDocument(document);
  const figures = figuresOfDumpRun(finished);
  await makeFolder(join(path, 'figures'));
  for (const { name, svg } of figures) await writeWhole(join(path, 'figures', name), [svg]);
  const report = join(path, 'report.html');
  await writeWhole(report, [reportHtml(reportOfDumpRun(plan, document, figures, changedAfterUnblinding))]);
  return { plan, document, figures, folder: path, report, changedAfterUnblinding };
}

const historyFolder = (path: string, plan: DumpRunPlan): string =>
  join(dirname(resolve(path)), 'unblinding', plan.search.id);

async function dataOf(path: string) {
  const text = await readFile(join(path, DATA_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { file, sha256 } = JSON.parse(text) as { file: string; sha256: string };
  return await readData(file, sha256);
}

/** Whether a folder holds the run of a dump search. Throws InvalidInput when it holds no finished run. */
export async function holdsDumpRun(path: string): Promise<boolean> {
  return (await readRunDocument(path)).kind === 'dump';
}

/** The plan in a run's folder. Throws InvalidInput when there is none or when it was altered after it was made. */
export async function readDumpPlan(path: string): Promise<DumpRunPlan> {
  const plan = (await readPlanDocument(path)) as unknown as DumpRunPlan;
  const { search, experiment, searchDigest } = plan;
  if (digestOfDocument({ search, experiment }) !== searchDigest)
    throw new InvalidInput(path, 'the plan of this run was altered by hand; make the run anew.');
  return plan;
}

/**
 * Opens the box of a finished run, once and on record: the act is written, bound to the digest of the frozen search,
 * before any masked count is read. A second call gives the same act and the same counts.
 */
export async function unblindDumpRun(path: string, options: RunDumpOptions = {}): Promise<FinishedDumpRun> {
  await readRunDocument(path);
  const plan = await readDumpPlan(path);
  const { search, searchDigest } = plan;
  const act = { digest: searchDigest, regions: search.blind, at: new Date().toISOString() };
  await makeFolder(historyFolder(path, plan));
  await recordUnblinding(historyFolder(path, plan), act);
  await recordUnblinding(path, act);
  const folder = await RunFolder.open(path, plan, options.onNotice ?? (() => undefined));
  return await carryOut(plan, folder, options);
}
