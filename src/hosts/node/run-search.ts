import { resolve } from 'node:path';
import type { AnyPlan } from '../../modes/any-plan.ts';
import { modeOf } from '../../modes/index.ts';
import type { Host } from '../../run/host.ts';
import { questionOf } from '../../run/question.ts';
import { carryOut, openBox, planOf, type Run, runFlows } from '../../run/run.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { AnySearch } from '../../search/any-search.ts';
import type { Asked } from '../../search/asking/asked.ts';
import type { RunHead } from '../../search/results/run-head.ts';
import { textOfCounts, type UserCounts } from '../../stages/blinding/user-counts.ts';
import type { BlockProgress, KeptNumbers, WorkerFactory } from '../../tasks/index.ts';
import { numbersOfUser } from './blocks/numbers-of-user.ts';
import { type BoxNote, keeperOf, readBoxNote, writeBoxNote } from './box/box-folder.ts';
import { commitmentOf } from './box/data-key.ts';
import { findData, rememberData } from './box/known-data.ts';
import { readData } from './files/read-data.ts';
import { defaultRunFolder, RunFolder, readPlanDocument, readRunDocument } from './run-folder.ts';
import { saveRun } from './save-run.ts';
import { type SizeAsked, sizedRun } from './sized-run.ts';
import { defaultWorkers, nodeWorkers } from './workers/node-workers.ts';

/** How a run is carried out on this machine; what is left out has the defaults of the command line. */
export interface NodeOptions {
  readonly workers?: number | undefined;
  /** What starts them; by default threads that are kept warm between runs. */
  readonly startWorker?: WorkerFactory | undefined;
  /** Events handed to a worker at a time; does not change any result. */
  readonly chunk?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onPlan?: ((plan: AnyPlan, folder: string) => void) | undefined;
  readonly onProgress?: ((progress: BlockProgress) => void) | undefined;
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/** What is asked of a run in a folder. */
export interface RunSearchOptions extends Asked, SizeAsked, NodeOptions {
  /** Folder of the run; by default one under `runs/` named after the search, the plan and the data. */
  readonly out?: string | undefined;
  /** A file with the user's own counts, in place of pseudo-data. */
  readonly data?: string | undefined;
}

/** A run that came to its end, and where it lies. */
export interface SavedRun extends Run {
  readonly folder: string;
  readonly reportFile: string;
}

const threadsOf = ({ workers, startWorker, chunk, signal, onProgress }: NodeOptions): Host => ({
  workers: workers ?? defaultWorkers(),
  startWorker: startWorker ?? nodeWorkers().start,
  chunk,
  signal,
  tell: onProgress,
});

/** The host of a run in a folder: threads, blocks on disk, numbers of earlier commands, the record of openings. */
const hostOf = (folder: RunFolder, note: BoxNote, options: NodeOptions, kept: KeptNumbers | undefined): Host => ({
  ...threadsOf(options),
  blocks: folder.blocks,
  kept,
  box: keeperOf(folder.path, note),
});

const quiet = (): void => undefined;

/** Data as they are handed to a run: the counts, and what stands for them. */
interface GivenData {
  readonly counts: UserCounts;
  readonly commitment: string;
}

async function giveData(path: string): Promise<GivenData> {
  const counts = await readData(path);
  const commitment = await commitmentOf(textOfCounts(counts));
  await rememberData(commitment, resolve(path));
  return { counts, commitment };
}

/** The data that a run was given earlier, if any; the file must be the one it was given. */
async function givenBefore({ data }: BoxNote, run: string): Promise<UserCounts | undefined> {
  if (data === undefined) return undefined;
  const path = await findData(data.commitment, data.file, run);
  const { counts, commitment } = await giveData(path);
  if (commitment === data.commitment) return counts;
  throw new InvalidInput(path, 'has changed since the run was made; give the run command once more with --data.');
}

/** Whether a search is the registered one of its id, as it stands. */
async function isRegistered(search: AnySearch): Promise<boolean> {
  const { searches } = await import('../../../searches/index.ts');
  return Object.values(searches as Readonly<Record<string, unknown>>).includes(search);
}

async function begin(search: AnySearch, options: RunSearchOptions) {
  const usual = planOf(search, options);
  const given = options.data === undefined ? undefined : await giveData(options.data);
  if (given !== undefined) modeOf(usual).checkData(usual, given.counts);
  const { sizes, kept } = await sizedRun(search, options, threadsOf(options), (pilot) => options.onPlan?.(pilot, ''));
  const plan = sizes === options.sizes ? usual : planOf(search, { ...options, sizes });
  const path = options.out ?? defaultRunFolder(search.id, plan.digest, given?.commitment);
  const folder = await RunFolder.open(path, plan, options.onNotice ?? quiet);
  const known = await readBoxNote(path);
  const note =
    given !== undefined
      ? await writeBoxNote(path, { file: given.counts.file, commitment: given.commitment })
      : (known ?? (await writeBoxNote(path, undefined)));
  const data = given?.counts ?? (await givenBefore(note, path));
  await folder.writeQuestion(questionOf(search, { ...options, sizes }, await isRegistered(search)));
  options.onPlan?.(plan, path);
  return { plan, folder, data, host: hostOf(folder, note, options, kept) };
}

/**
 * Carries out a search of any kind: simulates what its folder does not hold yet, then normalises, estimates backgrounds,
 * sets the limit and writes `run.json`, `report.html` and `figures/`. The box stays closed unless its opening is on
 * record, for exactly this search and these data. Throws InvalidInput for bad input and Interrupted when `signal`
 * fires; finished blocks are kept.
 */
export async function runSearch(search: AnySearch, options: RunSearchOptions = {}): Promise<SavedRun> {
  const { plan, folder, data, host } = await begin(search, options);
  const run = await carryOut(plan, data, host);
  return { ...run, folder: folder.path, reportFile: await saveRun(run, folder) };
}

/** Plan and folder of a run that other processes, or later ones, work on. */
export interface BegunRun {
  readonly plan: AnyPlan;
  readonly folder: RunFolder;
}

/** Makes the folder of a run and what belongs in it, and simulates nothing; as `runSearch`. */
export async function beginRun(search: AnySearch, options: RunSearchOptions = {}): Promise<BegunRun> {
  const { plan, folder } = await begin(search, options);
  return { plan, folder };
}

/** The run of a search for one shard of it: no data, no box, so that shards cannot get in each other's way. */
export async function openForShard(search: AnySearch, options: RunSearchOptions = {}): Promise<BegunRun> {
  if (options.data !== undefined)
    throw new InvalidInput('--data', 'has no part in a shard; give it to the command that finishes the run.');
  const plan = planOf(search, options);
  const folder = await RunFolder.open(
    options.out ?? defaultRunFolder(search.id, plan.digest),
    plan,
    options.onNotice ?? quiet,
  );
  options.onPlan?.(plan, folder.path);
  return { plan, folder };
}

/** The run in a folder. Throws InvalidInput when there is none or its plan was altered. */
export async function reopenRun(path: string, options: NodeOptions = {}): Promise<BegunRun> {
  const plan = await readPlan(path);
  const folder = await RunFolder.open(path, plan, options.onNotice ?? quiet);
  options.onPlan?.(plan, path);
  return { plan, folder };
}

/** Carries out a begun run to its end from what its folder holds, with the data that it was given; as `runSearch`. */
export async function finishRun({ plan, folder }: BegunRun, options: NodeOptions = {}): Promise<SavedRun> {
  const { path } = folder;
  const note = (await readBoxNote(path)) ?? (await writeBoxNote(path, undefined));
  const run = await carryOut(plan, await givenBefore(note, path), hostOf(folder, note, options, await numbersOfUser()));
  return { ...run, folder: path, reportFile: await saveRun(run, folder) };
}

/** Simulates a search and gives its cut-flows alone, for a look at what survives; undefined where it has none. */
export async function runSearchFlows(
  search: AnySearch,
  options: RunSearchOptions = {},
): Promise<{ readonly document: object; readonly folder: string } | undefined> {
  if (modeOf(search).flows === undefined) return undefined;
  const { plan, folder, host } = await begin(search, options);
  const document = await runFlows(plan, host);
  return document === undefined ? undefined : { document, folder: folder.path };
}

/** The plan in a run's folder. Throws InvalidInput when there is none or when it was altered after it was made: what is frozen has a digest of its own, which an opening is bound to. */
export async function readPlan(path: string): Promise<AnyPlan> {
  const plan = (await readPlanDocument(path)) as unknown as AnyPlan;
  if (modeOf(plan).searchDigest(plan) !== plan.searchDigest) {
    throw new InvalidInput(path, 'the plan of this run was altered by hand; make the run anew.');
  }
  return plan;
}

/**
 * Opens the box of a finished run, once and on record: the act is written to the run's folder and to the user's ledger,
 * bound to the frozen search and to its data, before any masked count is read. A second call gives the same act and the
 * same counts.
 */
export async function unblindRun(path: string, options: NodeOptions = {}): Promise<SavedRun> {
  await readRunDocument(path);
  const { plan, folder } = await reopenRun(path, options);
  const note = (await readBoxNote(path)) ?? (await writeBoxNote(path, undefined));
  const data = await givenBefore(note, path);
  const run = await openBox(plan, data, hostOf(folder, note, options, await numbersOfUser()), new Date().toISOString());
  return { ...run, folder: path, reportFile: await saveRun(run, folder) };
}

/** A finished run from its folder: the plan and the document. Throws InvalidInput when it is not one. */
export async function readRun(path: string): Promise<{ readonly plan: AnyPlan; readonly document: RunHead }> {
  const document = (await readRunDocument(path)) as unknown as RunHead;
  const plan = await readPlan(path);
  if (document.digest?.plan !== plan.digest)
    throw new InvalidInput(
      path,
      'holds the plan of one run and the answer of another; carry the run out anew with --out.',
    );
  return { plan, document };
}
