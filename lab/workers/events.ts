import { serveDesk } from '../desk/serve.ts';
import { eventsDesk } from '../events/desk.ts';

/** Everything that is asked of the worker with single events. */
export type EventsWorker = typeof eventsDesk;

serveDesk(eventsDesk);
