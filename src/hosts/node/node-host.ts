import type { Host } from '../../run/host.ts';
import type { NodeOptions } from './run-search.ts';
import { defaultWorkers, nodeWorkers } from './workers/node-workers.ts';

/** A host of threads that keeps nothing: for contours and other work without a folder. */
export const nodeHost = ({ workers, chunk, signal, onProgress }: NodeOptions = {}): Host => ({
  workers: workers ?? defaultWorkers(),
  startWorker: nodeWorkers().start,
  chunk,
  signal,
  tell: onProgress,
});
