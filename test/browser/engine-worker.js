import { serveFromWebWorker } from '../../dist/src/runs/browser/serve-from-web-worker.js';
import { openEngine } from '../../dist/src/search/engine/engine.js';

serveFromWebWorker(openEngine);
