import type { BlockEngine, BlockPlan, BlockRange, OpenBlockEngine } from './block-engine.ts';
import type { WorkerPort, WorkerReply, WorkerRequest } from './block-worker.ts';
import { SumTree } from './sum-tree.ts';

/**
 * The sums of a range: those of its sub-trees (`subTreesOf`), one after the other. Throws when the engine changes the
 * length of its result.
 */
export function simulateRange(engine: BlockEngine, range: BlockRange): Float64Array<ArrayBuffer> {
  const tree = new SumTree();
  for (let block = range.firstBlock; block < range.firstBlock + range.blocks; block++) {
    const sums = engine.simulateBlock(range.sample, block);
    if (tree.length !== undefined && sums.length !== tree.length) {
      throw new RangeError(`block ${block} has ${sums.length} numbers, the one before ${tree.length}`);
    }
    tree.add({ firstBlock: block, blocks: 1, sums: sums.slice() });
  }
  return tree.stretches()[0].sums;
}

function thrown(error: unknown): WorkerReply {
  if (error instanceof Error) return { kind: 'threw', name: error.name, message: error.message };
  return { kind: 'threw', name: 'Error', message: String(error) };
}

/**
 * The whole of a worker script: opens the engine when the plan comes, then simulates range after range, answering each
 * with one transferred array. What the engine throws is sent back by name and message; the worker stays usable.
 */
export function serveBlocks<P extends BlockPlan>(port: WorkerPort, open: OpenBlockEngine<P>): void {
  let engine: Promise<BlockEngine> | undefined;
  let last: Promise<void> = Promise.resolve();

  const answer = async (request: WorkerRequest): Promise<void> => {
    try {
      if (request.kind === 'open') {
        engine = Promise.resolve(request.plan as P).then(open);
        // A failure to open is reported with the first range that needs the engine.
        await engine.catch(() => undefined);
        return;
      }
      if (engine === undefined) throw new Error('a range was asked for before the plan was sent');
      const opened = await engine;
      const since = performance.now();
      const results = simulateRange(opened, request.range);
      port.post({ kind: 'results', results, seconds: (performance.now() - since) / 1000 }, [results.buffer]);
    } catch (error) {
      port.post(thrown(error), []);
    }
  };
  port.onRequest((request) => {
    last = last.then(() => answer(request));
  });
}
