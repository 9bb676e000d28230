import { availableParallelism } from 'node:os';
import { InvalidInput } from '../../schema/index.ts';
import { type BlockSums, type RunBlocksOptions, runBlocks, WorkerFailure } from '../../tasks/index.ts';
import type { RunFolder } from './run-folder.ts';
import { threadWorkers } from './thread-workers.ts';

export interface RunInFolderOptions extends Omit<RunBlocksOptions, 'store' | 'startWorker' | 'workers'> {
  /** Where blocks are kept; undefined keeps nothing. */
  readonly folder: RunFolder | undefined;
  /** The worker script: a module that ends in `serveFromThread`. */
  readonly script: URL;
  /** Worker threads; all cores when undefined. */
  readonly workers?: number | undefined;
}

/**
 * Simulates a plan on worker threads, keeping finished blocks in the run folder. As `runBlocks`, with its failures put
 * into the user's terms: an `InvalidInput` that the engine threw is thrown again as such, and a run whose workers died
 * says what was kept.
 */
export async function runInFolder(options: RunInFolderOptions): Promise<BlockSums> {
  const { folder, script, workers = availableParallelism(), ...rest } = options;
  try {
    return await runBlocks({ ...rest, workers, store: folder?.blocks, startWorker: threadWorkers(script) });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.kind === 'threw') {
      throw error.thrownName === 'InvalidInput' ? new InvalidInput('', error.thrownMessage) : error;
    }
    const kept = folder === undefined ? '' : ` Finished blocks are kept in ${folder.path}; the same command goes on.`;
    throw new InvalidInput('workers', `${error.message}.${kept}`);
  }
}
