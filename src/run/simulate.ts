import { InvalidInput } from '../schema/index.ts';
import { type BlockPlan, type BlockRange, type BlockSums, runBlocks, WorkerFailure } from '../tasks/index.ts';
import type { Host } from './host.ts';

/**
 * The sums of a plan on the workers of a host; the same bits on any. Failures are put into the user's terms: an
 * InvalidInput that an engine threw is thrown again as such, and a run whose workers died says what was kept. Throws
 * Interrupted when the host's signal fires. `only`: these blocks alone, for a later run to find.
 */
export async function simulate(
  plan: BlockPlan,
  blockEvents: number,
  host: Host,
  only?: readonly BlockRange[],
): Promise<BlockSums> {
  const { workers, startWorker, blocks, chunk, signal, tell } = host;
  try {
    return await runBlocks({
      plan,
      blockEvents,
      workers,
      startWorker,
      store: blocks,
      chunkEvents: chunk,
      only,
      signal,
      onProgress: tell,
    });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.kind === 'threw') {
      throw error.thrownName === 'InvalidInput' ? new InvalidInput('', error.thrownMessage) : error;
    }
    const kept = blocks === undefined ? '' : ' Finished blocks are kept; the same command goes on.';
    throw new InvalidInput('workers', `${error.message}.${kept}`);
  }
}
