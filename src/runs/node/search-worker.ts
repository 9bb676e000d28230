import { openEngine } from '../../search/engine/engine.ts';
import { serveFromThread } from './serve-from-thread.ts';

serveFromThread(openEngine);
