import { openDumpEngine } from '../../search/dump/dump-plan.ts';
import { serveFromThread } from './serve-from-thread.ts';

serveFromThread(openDumpEngine);
