/**
 * Spillway on a machine with a disk: runs in folders that can be resumed, worker threads, the record of openings, files
 * of events. What is computed is that of `spillway`, to the last bit.
 */
export { generateEvents } from './hosts/node/files/event-files.ts';
export { nodeHost } from './hosts/node/node-host.ts';
export { reproduceInFolder, type SavedReproduction } from './hosts/node/reproduce-in-folder.ts';
export {
  type NodeOptions,
  type RunSearchOptions,
  readRun,
  runSearch,
  type SavedRun,
  unblindRun,
} from './hosts/node/run-search.ts';
export { dismissNodeWorkers } from './hosts/node/workers/node-workers.ts';
