import { serveFromThread } from '../../dist/src/runs/node/serve-from-thread.js';
import { openMisbehavingToy } from './toy-engine.mjs';

serveFromThread(openMisbehavingToy);
