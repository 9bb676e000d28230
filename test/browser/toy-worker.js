import { serveFromWebWorker } from '../../dist/src/runs/browser/serve-from-web-worker.js';
import { openToy } from './toy-engine.js';

serveFromWebWorker(openToy);
