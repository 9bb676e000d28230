import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readData } from '../hosts/node/read-data.ts';
import { defaultRunFolder, RunFolder, readPlanDocument, readRunDocument } from '../hosts/node/run-folder.ts';
import { runInFolder } from '../hosts/node/run-in-folder.ts';
import { boxState, readUnblinding, recordUnblinding } from '../hosts/node/unblinding-record.ts';
import { makeFolder, writeWhole } from '../hosts/node/write-file.ts';
import { finishRun } from '../modes/kaon/finish.ts';
import { type FlowsDocument, flowsOfRun } from '../modes/kaon/flows.ts';
import { planRun } from '../modes/kaon/plan.ts';
import { figuresOfRun, reportOfRun } from '../modes/kaon/report/report-of-run.ts';
import type { RunDocument } from '../modes/kaon/run-document.ts';
import { BLOCK_EVENTS, type RunPlan } from '../modes/kaon/run-plan.ts';
import { InvalidInput } from '../schema/index.ts';
import type { RunOptions } from '../search/asking/asked.ts';
import { digestOfDocument } from '../search/asking/digest.ts';
import type { SearchDocument } from '../search/kaon-search.ts';
import { reportHtml } from '../stages/report/index.ts';
import type { BlockProgress } from '../tasks/index.ts';

/** How a search is carried out; what is left out has the defaults of the command line. */
export interface RunSearchOptions extends RunOptions {
  readonly workers?: number | undefined;
  /** Events handed to a worker at a time; does not change any result. */
  readonly chunk?: number | undefined;
  /** Folder of the run; by default one under `runs/` named after the search and the plan. */
  readonly out?: string | undefined;
  /** A JSON file with the user's own counts, in place of pseudo-data. */
  readonly data?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onPlan?: ((plan: RunPlan, folder: string) => void) | undefined;
  readonly onProgress?: ((progress: BlockProgress) => void) | undefined;
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/** A run that came to its end: its plan, its document and where it lies. */
export interface FinishedRun {
  readonly plan: RunPlan;
  readonly document: RunDocument;
  readonly folder: string;
  readonly report: string;
  /** The box was opened for an earlier state of this search. */
  readonly changedAfterUnblinding: boolean;
}

/** The worker script that simulates blocks of any search. */
const WORKER = new URL('../hosts/node/search-worker.js', import.meta.url);

const DATA_FILE = 'data.json';

/**
 * Carries out a search: simulates what its folder does not hold yet, then normalises, estimates backgrounds, sets the
 * limit and writes `run.json`, `report.html` and `figures/`. The box stays closed unless its opening is on record in
 * the folder. Throws InvalidInput for bad input and Interrupted when `signal` fires; finished blocks are kept.
 */
export async function runSearch(search: SearchDocument, options: RunSearchOptions = {}): Promise<FinishedRun> {
  const plan = planRun(search, options);
  const data = options.data === undefined ? undefined : await readData(options.data);
  const path = options.out ?? defaultRunFolder(search.id, plan.digest);
  const folder = await RunFolder.open(path, plan, options.onNotice ?? (() => undefined));
  if (options.data !== undefined && data !== undefined) {
    const choice = { file: resolve(options.data), sha256: data.sha256 };
    await writeWhole(join(path, DATA_FILE), [`${JSON.stringify(choice, undefined, 2)}\n`]);
  }
  return await carryOut(plan, folder, options);
}

/** Simulates a search and gives its cut-flows, without normalising: for a look at what survives, however little. */
export async function runFlows(
  search: SearchDocument,
  options: RunSearchOptions = {},
): Promise<{ readonly document: FlowsDocument; readonly folder: string }> {
  const plan = planRun(search, options);
  const folder = await RunFolder.open(
    options.out ?? defaultRunFolder(search.id, plan.digest),
    plan,
    options.onNotice ?? (() => undefined),
  );
  return { document: flowsOfRun(plan, await simulate(plan, folder, options)), folder: folder.path };
}

async function simulate(plan: RunPlan, folder: RunFolder, options: RunSearchOptions): Promise<readonly Float64Array[]> {
  options.onPlan?.(plan, folder.path);
  const { sums } = await runInFolder({
    plan,
    blockEvents: BLOCK_EVENTS,
    folder,
    script: WORKER,
    workers: options.workers,
    chunkEvents: options.chunk,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  return sums;
}

async function carryOut(plan: RunPlan, folder: RunFolder, options: RunSearchOptions): Promise<FinishedRun> {
  const { path } = folder;
  const sums = await simulate(plan, folder, options);
  const record = await readUnblinding(path);
  const history = await readUnblinding(historyFolder(path, plan));
  const changedAfterUnblinding = boxState([...history, ...record], plan.searchDigest) === 'changed';
  const opening = record.find(({ digest }) => digest === plan.searchDigest);
  const document = finishRun(plan, sums, await dataOf(path), opening);
  await folder.writeDocument(document);
  const figures = figuresOfRun(plan, document);
  await makeFolder(join(path, 'figures'));
  for (const { name, svg } of figures) await writeWhole(join(path, 'figures', name), [svg]);
  const report = join(path, 'report.html');
  await writeWhole(report, [reportHtml(reportOfRun(plan, document, figures, changedAfterUnblinding))]);
  return { plan, document, folder: path, report, changedAfterUnblinding };
}

/** Where all openings of a search are on record, whatever state it was in: beside the folders of its runs. */
const historyFolder = (path: string, plan: RunPlan): string =>
  join(dirname(resolve(path)), 'unblinding', plan.search.id);

/** The data that a run was given, if any; the file must be the one it was given. */
async function dataOf(path: string) {
  const text = await readFile(join(path, DATA_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { file, sha256 } = JSON.parse(text) as { file: string; sha256: string };
  return await readData(file, sha256);
}

/** The plan in a run's folder. Throws InvalidInput when there is none or when it was altered after it was made. */
export async function readPlan(path: string): Promise<RunPlan> {
  const plan = (await readPlanDocument(path)) as unknown as RunPlan;
  const { search, experiment, masked, searchDigest } = plan;
  if (digestOfDocument({ search, experiment, masked }) !== searchDigest) {
    throw new InvalidInput(path, 'the plan of this run was altered by hand; make the run anew.');
  }
  return plan;
}

/**
 * Opens the box of a finished run, once and on record: the act is written, bound to the digest of the frozen search,
 * before any masked count is read. A second call gives the same act and the same counts.
 */
export async function unblindRun(path: string, options: RunSearchOptions = {}): Promise<FinishedRun> {
  await readRunDocument(path);
  const plan = await readPlan(path);
  const act = { digest: plan.searchDigest, regions: plan.search.blind, at: new Date().toISOString() };
  await makeFolder(historyFolder(path, plan));
  await recordUnblinding(historyFolder(path, plan), act);
  await recordUnblinding(path, act);
  const folder = await RunFolder.open(path, plan, options.onNotice ?? (() => undefined));
  return await carryOut(plan, folder, options);
}
