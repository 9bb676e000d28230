import { openAnyEngine } from '../../modes/index.ts';
import { serveFromThread } from './serve-from-thread.ts';

serveFromThread(openAnyEngine);
