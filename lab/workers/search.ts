import { boxDesk } from '../box/desk.ts';
import { cutsDesk } from '../cuts/desk.ts';
import { serveDesk } from '../desk/serve.ts';
import { searchDesk } from '../search/desk.ts';

const desk = { ...searchDesk, ...cutsDesk, ...boxDesk };

/** Everything that is asked of the search worker. */
export type SearchWorker = typeof desk;

serveDesk(desk);
