import type { Host } from '../../run/host.ts';
import { defaultWorkers, nodeWorkers } from './node-workers.ts';
import type { NodeOptions } from './run-search.ts';

/** A host of threads that keeps nothing: for contours and other work without a folder. */
export const nodeHost = ({ workers, chunk, signal, onProgress }: NodeOptions = {}): Host => ({
  workers: workers ?? defaultWorkers(),
  startWorker: nodeWorkers().start,
  chunk,
  signal,
  tell: onProgress,
});
