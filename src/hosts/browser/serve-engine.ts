import { openKeeping } from '../../modes/engines.ts';
import { loadKeeping } from '../../modes/loaded-engines.ts';
import { serveFromWebWorker } from './serve-from-web-worker.ts';

/**
 * The whole of a web worker's script: carries out plans of any kind for the page that started it, and remembers
 * candidates from plan to plan, so that a moved cut is answered at once.
 */
export function serveEngine(): void {
  serveFromWebWorker(openKeeping());
}

/**
 * As `serveEngine`, with the code of a kind of search fetched when its first plan comes: for a bundler that cuts the code
 * of module workers into chunks, which not all do.
 */
export function serveEngineByKind(): void {
  serveFromWebWorker(loadKeeping());
}
