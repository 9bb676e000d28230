import type { BlockEngine, BlockPlan, BlockRange, OpenBlockEngine } from './block-engine.ts';
import type { WorkerPort, WorkerReply, WorkerRequest } from './block-worker.ts';

/** All blocks of a range, one after the other. Throws when the engine changes the length of its result. */
export function simulateRange(engine: BlockEngine, range: BlockRange): Float64Array<ArrayBuffer> {
  const first = engine.simulateBlock(range.sample, range.firstBlock);
  const length = first.length;
  const results = new Float64Array(length * range.blocks);
  results.set(first);
  for (let i = 1; i < range.blocks; i++) {
    const block = engine.simulateBlock(range.sample, range.firstBlock + i);
    if (block.length !== length) {
      throw new RangeError(`block ${range.firstBlock + i} has ${block.length} numbers, the one before ${length}`);
    }
    results.set(block, i * length);
  }
  return results;
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
      const results = simulateRange(await engine, request.range);
      port.post({ kind: 'results', results }, [results.buffer]);
    } catch (error) {
      port.post(thrown(error), []);
    }
  };
  port.onRequest((request) => {
    last = last.then(() => answer(request));
  });
}
