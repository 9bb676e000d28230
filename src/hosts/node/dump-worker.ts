import { openDumpEngine } from '../../modes/dump/chain/engine.ts';
import { serveFromThread } from './serve-from-thread.ts';

serveFromThread(openDumpEngine);
