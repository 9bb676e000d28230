import type { WorkerFactory, WorkerReply } from '../../tasks/index.ts';

/** Workers as Web Workers that run `script`, a module that ends in `serveFromWebWorker`. */
export function webWorkers(script: URL | string): WorkerFactory {
  return (events) => {
    const worker = new Worker(script, { type: 'module' });
    let over = false;
    const die = (reason: string): void => {
      if (over) return;
      over = true;
      worker.terminate();
      events.onDeath(reason);
    };
    worker.onmessage = (event: MessageEvent<WorkerReply>) => {
      if (!over) events.onReply(event.data);
    };
    worker.onmessageerror = () => die('a reply could not be read');
    worker.onerror = (event) => die(event.message || 'the worker script could not be loaded');
    return {
      post: (request) => worker.postMessage(request),
      terminate: async () => {
        over = true;
        worker.terminate();
      },
    };
  };
}
