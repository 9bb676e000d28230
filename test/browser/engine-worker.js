import { serveFromWebWorker } from '../../dist/src/hosts/browser/serve-from-web-worker.js';
import { openEngine } from '../../dist/src/modes/kaon/chain/engine.js';

serveFromWebWorker(openEngine);
