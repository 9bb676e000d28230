import { openEngine } from '../modes/kaon/chain/engine.ts';
import { finishRun } from '../modes/kaon/finish.ts';
import { planRun } from '../modes/kaon/plan.ts';
import type { RunDocument } from '../modes/kaon/run-document.ts';
import { BLOCK_EVENTS, type RunPlan } from '../modes/kaon/run-plan.ts';
import type { RunOptions } from '../search/asking/asked.ts';
import type { SearchDocument } from '../search/kaon-search.ts';
import type { DataChoice } from '../stages/blinding/user-counts.ts';
import { type BlockProgress, localWorkers, runBlocks } from '../tasks/index.ts';

/** How a search is carried out without a folder. */
export interface RunInMemoryOptions extends RunOptions {
  /** The user's own counts, in place of pseudo-data; masked like them. */
  readonly data?: DataChoice | undefined;
  /** Events between two turns of the event loop; does not change any result. */
  readonly chunk?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BlockProgress) => void) | undefined;
}

/** A run that was kept in memory: its plan, its sums per sample, its document. */
export interface RunInMemory {
  readonly plan: RunPlan;
  readonly sums: readonly Float64Array[];
  readonly document: RunDocument;
}

/**
 * Carries out a search in the calling thread and writes nothing: for programs, tests and pages. The document is, to the
 * bit, that of `runSearch` with the same seed and events; its box is closed, since nothing is put on record here.
 * Throws InvalidInput for bad input and Interrupted when `signal` fires.
 */
export async function runInMemory(search: SearchDocument, options: RunInMemoryOptions = {}): Promise<RunInMemory> {
  const plan = planRun(search, options);
  const { sums } = await runBlocks({
    plan,
    blockEvents: BLOCK_EVENTS,
    workers: 1,
    startWorker: localWorkers(openEngine),
    chunkEvents: options.chunk,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  return { plan, sums, document: finishRun(plan, sums, options.data) };
}
