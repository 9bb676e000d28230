import { serveFromThread } from '../../dist/src/hosts/node/workers/serve-from-thread.js';
import { openMisbehavingToy } from './toy-engine.mjs';

serveFromThread(openMisbehavingToy);
