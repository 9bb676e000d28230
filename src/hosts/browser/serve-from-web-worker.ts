import { type BlockPlan, type OpenBlockEngine, serveBlocks, type WorkerRequest } from '../../tasks/index.ts';

/** The whole of a Web Worker script: simulates what the page or worker that started it asks for. */
export function serveFromWebWorker<P extends BlockPlan>(open: OpenBlockEngine<P>): void {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  serveBlocks<P>(
    {
      onRequest: (handler) => {
        scope.onmessage = (event: MessageEvent<WorkerRequest>) => handler(event.data);
      },
      post: (reply, transfer) => scope.postMessage(reply, transfer),
    },
    open,
  );
}
