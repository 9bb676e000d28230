import { cutsDesk } from '../cuts/desk.ts';
import { serveDesk } from '../desk/serve.ts';
import { searchDesk } from '../search/desk.ts';

const desk = { ...searchDesk, ...cutsDesk };

/** Everything that is asked of the search worker. */
export type SearchWorker = typeof desk;

serveDesk(desk);
