import type { Host } from '../../run/host.ts';
import type { NodeOptions } from './run-search.ts';
import { defaultWorkers, nodeWorkers } from './workers/node-workers.ts';

/** A host of threads without a folder: for contours and other work that leaves no run. */
export const nodeHost = ({ workers, startWorker, chunk, signal, onProgress }: NodeOptions = {}): Host => ({
  workers: workers ?? defaultWorkers(),
  startWorker: startWorker ?? nodeWorkers().start,
  chunk,
  signal,
  tell: onProgress,
});
