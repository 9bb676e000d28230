import type { BlockPlan, OpenBlockEngine } from './block-engine.ts';
import type { WorkerFactory, WorkerReply, WorkerRequest } from './block-worker.ts';
import { serveBlocks } from './serve-blocks.ts';

/**
 * A factory of workers that are none: the engine runs in the calling thread, between two turns of the event loop.
 * For small runs, where starting threads costs more than the work, and for places that have no workers.
 */
export function localWorkers<P extends BlockPlan>(open: OpenBlockEngine<P>): WorkerFactory {
  return (events) => {
    let stopped = false;
    let handle: (request: WorkerRequest) => void = () => undefined;
    serveBlocks<P>(
      {
        onRequest: (handler) => {
          handle = handler;
        },
        post: (reply: WorkerReply) => {
          if (!stopped) events.onReply(reply);
        },
      },
      open,
    );
    return {
      post: (request) => {
        setTimeout(() => {
          if (!stopped) handle(request);
        }, 0);
      },
      terminate: async () => {
        stopped = true;
      },
    };
  };
}
