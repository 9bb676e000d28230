import { type AnyPlan, type Run, readUserCounts, run, type UserCounts } from 'spillway';
import { blockEventsOf, browserKeeper, openBoxInBrowser } from 'spillway/browser';
import type { Call } from '../desk/serve.ts';
import { searchOf } from '../search/asked-search.ts';
import type { Asking } from '../search/asking.ts';
import { type DrawnReport, drawnReport } from '../search/drawn-report.ts';
import { blocksOf } from '../search/kept-question.ts';
import { roundsOf } from '../search/rounds.ts';
import { fill, startWorker } from '../workers/lanes.ts';

/** What the page may know of a box. */
export interface BoxLook {
  readonly open: boolean;
  /** When it was opened; null while it is closed. */
  readonly at: string | null;
  /** What plays the role of data. */
  readonly data: string;
  readonly regions: readonly string[];
  readonly changedAfterUnblinding: boolean;
  /** Acts on record for this search, in whatever state. */
  readonly earlier: number;
  readonly digest: string;
  readonly events: number;
  readonly report: DrawnReport;
}

/** The counts of the user, where there are any: they stay in this worker, and are not kept beyond the visit. */
let data: UserCounts | undefined;

/** The name that the boxes of a search have in this browser, whatever is asked of it. */
const boxNameOf = ({ search: { id } }: AnyPlan): string => `lab/${id}`;

async function filled(asked: Asking, { tell, signal }: Call) {
  const search = searchOf(asked.search);
  const { settings, seed, events, sizes, precision } = asked;
  const plan = roundsOf({ search, settings, seed, events, sizes, precision }).at(-1) as AnyPlan & {
    readonly events: number;
  };
  const store = blocksOf(asked).of(plan, blockEventsOf(plan));
  await fill(plan, { store, signal, tell });
  return { search, plan, host: { workers: 1, startWorker, blocks: store, signal } };
}

async function lookAt(done: Run, { dress }: Asking): Promise<BoxLook> {
  const { document, plan, changedAfterUnblinding } = done;
  const history = await browserKeeper(boxNameOf(plan)).recorder.history();
  return {
    open: !document.blind,
    at: document.opened?.at ?? null,
    data: document.data.source,
    regions: plan.search.blind,
    changedAfterUnblinding,
    earlier: history.filter(({ search }) => search === plan.search.id).length,
    digest: document.digest.result,
    events: document.events,
    report: drawnReport(done, dress),
  };
}

/** A desk that keeps the box of a search: looks at it from outside, and opens it once, on record. */
export const boxDesk = {
  /** The run as it may be seen: with the box open if an opening of this very box is on record, else closed. */
  lookAtBox: async (asked: Asking, call: Call): Promise<BoxLook> => {
    const { search, plan, host } = await filled(asked, call);
    const { settings, seed, sizes, precision } = asked;
    const box = browserKeeper(boxNameOf(plan));
    return await lookAt(
      await run(search, { settings, seed, events: plan.events, sizes, precision, data }, { ...host, box }),
      asked,
    );
  },

  /** Opens the box: the act stands in this browser's record before any masked count is read. */
  openBox: async (asked: Asking, call: Call): Promise<BoxLook> => {
    const { plan, host } = await filled(asked, call);
    return await lookAt(await openBoxInBrowser(plan, data, boxNameOf(plan), host), asked);
  },

  /** Takes the user's own counts, unread, in place of pseudo-data; without a file, pseudo-data again. */
  useData: async (
    file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined,
  ): Promise<string> => {
    data = file === undefined ? undefined : { ...(await readUserCounts(file.bytes, file.name)), file: file.name };
    return data?.source ?? '';
  },

  /** The record of openings of this browser, a JSON line each, as `spillway` keeps it in a folder. */
  record: async (): Promise<string> => {
    const acts = await browserKeeper('lab').recorder.history();
    return acts.map((act) => `${JSON.stringify(act)}\n`).join('');
  },
};
