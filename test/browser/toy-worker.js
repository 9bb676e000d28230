import { serveFromWebWorker } from '../../src/hosts/browser/serve-from-web-worker.ts';
import { openToy } from './toy-engine.js';

serveFromWebWorker(openToy);
