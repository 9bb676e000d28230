import { serveFromWebWorker } from '../../dist/src/hosts/browser/serve-from-web-worker.js';
import { openToy } from './toy-engine.js';

serveFromWebWorker(openToy);
