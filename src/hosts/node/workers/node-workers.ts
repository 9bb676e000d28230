import { availableParallelism } from 'node:os';
import { keepWarm, type WarmWorkers } from '../../../tasks/index.ts';
import { threadWorkers } from './thread-workers.ts';

/** The worker script: it carries out plans of any kind. */
const WORKER = new URL('./worker.js', import.meta.url);

let warm: WarmWorkers | undefined;

/** Worker threads for as many plans as come, kept warm between them until `dismissNodeWorkers`. */
export function nodeWorkers(): WarmWorkers {
  warm ??= keepWarm(threadWorkers(WORKER));
  return warm;
}

/** Ends the threads that are kept; the next run starts new ones. */
export async function dismissNodeWorkers(): Promise<void> {
  const kept = warm;
  warm = undefined;
  await kept?.dismiss();
}

/** Threads that a run has unless told otherwise: one per core. */
export const defaultWorkers = (): number => availableParallelism();
