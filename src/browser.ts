/**
 * Spillway in a page: web workers that carry out any plan, and the record of openings that the browser keeps. What is
 * computed is that of `spillway`, to the last bit.
 */
export { browserKeeper } from './hosts/browser/browser-keeper.ts';
export { type ImportedOpenings, importOpenings } from './hosts/browser/import-openings.ts';
export { openBoxInBrowser } from './hosts/browser/open-box.ts';
export { serveEngine, serveEngineByKind } from './hosts/browser/serve-engine.ts';
export { webWorkers } from './hosts/browser/web-workers.ts';
export { blockEventsOf, fillBlocks } from './run/fill-blocks.ts';
export {
  type BlockPlan,
  type BlockProgress,
  type BlockRange,
  type BlockStore,
  keepWarm,
  type StoredRange,
  shardOf,
  type WarmWorkers,
} from './tasks/index.ts';
