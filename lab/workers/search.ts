import { boxDesk } from '../box/desk.ts';
import { cutsDesk } from '../cuts/desk.ts';
import { serveDesk } from '../desk/serve.ts';
import { exclusionDesk } from '../exclusion/desk.ts';
import { searchDesk } from '../search/desk.ts';

const desk = { ...searchDesk, ...cutsDesk, ...boxDesk, ...exclusionDesk };

/** Everything that is asked of the worker that simulates: one worker, so that all rooms have one crew of lanes. */
export type SearchWorker = typeof desk;

serveDesk(desk);
