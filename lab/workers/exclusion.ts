import { serveDesk } from '../desk/serve.ts';
import { exclusionDesk } from '../exclusion/desk.ts';

/** Everything that is asked of the exclusion worker. */
export type ExclusionWorker = typeof exclusionDesk;

serveDesk(exclusionDesk);
