import { serveDesk } from '../desk/serve.ts';
import { masterclassDesk } from '../masterclass/desk.ts';

/** Everything that is asked of the masterclass worker. */
export type MasterclassWorker = typeof masterclassDesk;

serveDesk(masterclassDesk);
