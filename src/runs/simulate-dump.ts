import { threadWorkers } from '../hosts/node/thread-workers.ts';
import { type DumpPlan, yieldsOfPlan } from '../modes/dump/chain/engine.ts';
import type { DumpYields } from '../modes/dump/chain/yields.ts';
import { type BlockProgress, runBlocks } from '../tasks/index.ts';

/** The worker script that simulates masses of any dump plan. */
const WORKER = new URL('../hosts/node/dump-worker.js', import.meta.url);

export interface SimulateDumpOptions {
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BlockProgress) => void) | undefined;
}

/** Yields of a plan, its masses shared out among Node threads; the same bits for any number of them. */
export async function simulateDump(plan: DumpPlan, options: SimulateDumpOptions): Promise<DumpYields> {
  const { sums } = await runBlocks({
    plan,
    blockEvents: plan.decays,
    workers: options.workers,
    startWorker: threadWorkers(WORKER),
    signal: options.signal,
    onProgress: options.onProgress,
  });
  return yieldsOfPlan(plan, sums);
}
