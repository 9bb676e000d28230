import { openAnyEngine } from '../../modes/index.ts';
import { serveFromWebWorker } from './serve-from-web-worker.ts';

/** The whole of a web worker's script: carries out plans of any kind for the page that started it. */
export function serveEngine(): void {
  serveFromWebWorker(openAnyEngine);
}
