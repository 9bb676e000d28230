import { Worker } from 'node:worker_threads';
import type { WorkerFactory, WorkerReply } from '../../../tasks/index.ts';

/** Workers as Node threads that run `script`, a module that ends in `serveFromThread`. */
export function threadWorkers(script: URL): WorkerFactory {
  return (events) => {
    const worker = new Worker(script, { execArgv: [] });
    let over = false;
    const die = (reason: string): void => {
      if (over) return;
      over = true;
      void worker.terminate();
      events.onDeath(reason);
    };
    worker.on('message', (reply: WorkerReply) => {
      if (!over) events.onReply(reply);
    });
    worker.on('messageerror', (error) => die(error.message));
    worker.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => die(`exit code ${code}`));
    return {
      post: (request) => worker.postMessage(request),
      employ: (employed) => (employed ? worker.ref() : worker.unref()),
      terminate: async () => {
        over = true;
        await worker.terminate();
      },
    };
  };
}
