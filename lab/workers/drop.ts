import { serveDesk } from '../desk/serve.ts';
import { dropDesk } from '../drop/desk.ts';

/** Everything that is asked of the worker that reads files. */
export type DropWorker = typeof dropDesk;

serveDesk(dropDesk);
