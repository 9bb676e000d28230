import { openAnyEngine } from '../../../modes/engines.ts';
import { serveFromThread } from './serve-from-thread.ts';

serveFromThread(openAnyEngine);
