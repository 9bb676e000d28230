import { openEngine } from '../../modes/kaon/chain/engine.ts';
import { serveFromThread } from './serve-from-thread.ts';

serveFromThread(openEngine);
