import { join } from 'node:path';
import type { Host } from '../../run/host.ts';
import type { KeptNumbers } from '../../tasks/index.ts';
import { cacheFolder } from './blocks/cache-folder.ts';
import { numbersInFolder } from './blocks/kept-numbers-folder.ts';
import { programDigest } from './blocks/program-digest.ts';
import type { NodeOptions } from './run-search.ts';
import { defaultWorkers, nodeWorkers } from './workers/node-workers.ts';

/** A host of threads without a folder: for contours and other work that leaves no run. */
export const nodeHost = ({ workers, chunk, signal, onProgress }: NodeOptions = {}): Host => ({
  workers: workers ?? defaultWorkers(),
  startWorker: nodeWorkers().start,
  chunk,
  signal,
  tell: onProgress,
});

/** Numbers of earlier commands of the same program, in the user's cache; undefined where none are to be kept. */
export async function numbersOfUser(): Promise<KeptNumbers | undefined> {
  const folder = cacheFolder();
  const digest = folder === undefined ? undefined : await programDigest();
  return folder === undefined || digest === undefined ? undefined : numbersInFolder(join(folder, 'yields'), digest);
}
