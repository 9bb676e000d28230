import { parentPort } from 'node:worker_threads';
import { type BlockPlan, type OpenBlockEngine, serveBlocks } from '../../../tasks/index.ts';

/** The whole of a Node worker script: simulates what the thread that started it asks for. Throws outside of a worker. */
export function serveFromThread<P extends BlockPlan>(open: OpenBlockEngine<P>): void {
  if (parentPort === null) throw new Error('this script runs in a worker thread only');
  const port = parentPort;
  serveBlocks<P>(
    {
      onRequest: (handler) => {
        port.on('message', handler);
      },
      post: (reply, transfer) => port.postMessage(reply, transfer),
    },
    open,
  );
}
