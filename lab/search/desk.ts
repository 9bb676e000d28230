import { type AnySearch, InvalidInput, type Run, run } from 'spillway';
import { blockEventsOf } from 'spillway/browser';
import type { Call } from '../desk/serve.ts';
import { fill, startWorker } from '../workers/lanes.ts';
import { registered, searchOf } from './asked-search.ts';
import type { Asking } from './asking.ts';
import { type DrawnReport, drawnReport } from './drawn-report.ts';
import { blocksOf } from './kept-question.ts';
import { roundsOf } from './rounds.ts';

/** A line of the list of searches. */
export interface ListedSearch {
  readonly id: string;
  readonly kind: AnySearch['kind'];
  readonly title: string;
  readonly channel: string;
  readonly experiment: string;
}

/** What the page hears while a search fills: how far the round is, or a whole result. */
export type SearchNews =
  | {
      readonly round: number;
      readonly rounds: number;
      readonly eventsDone: number;
      readonly eventsTotal: number;
      readonly secondsLeft: number | undefined;
    }
  | Round;

/** A whole result of a search at one size. */
export interface Round {
  readonly round: number;
  readonly rounds: number;
  readonly search: string;
  readonly events: number;
  readonly digest: string;
  readonly report: DrawnReport;
}

/** A question of the room, and what of it the page shows already. */
export interface Filled extends Asking {
  readonly done:
    | { readonly round: number; readonly events: number /** It is to be drawn again. */; readonly redraw: boolean }
    | undefined;
}

/** The round to begin with: behind what is shown, or with it. */
function firstRound(plans: readonly { readonly events?: number }[], { done }: Filled, kind: AnySearch['kind']): number {
  if (done === undefined) return 0;
  const { round, events, redraw } = done;
  // Rounds of kaons are of ever more decays, whatever was asked for; those behind a dump of more masses.
  const next =
    kind === 'kaon'
      ? plans.findIndex((plan) => (redraw ? (plan.events ?? 0) >= events : (plan.events ?? 0) > events))
      : round + (redraw ? 0 : 1);
  return next < 0 || next >= plans.length ? plans.length - 1 : next;
}

/** A desk that carries out searches; blocks are kept until another question is asked. */
export const searchDesk = {
  searches: (): readonly ListedSearch[] =>
    Object.values(registered).map(({ id, kind, title, channel, experiment }) => ({
      id,
      kind,
      title,
      channel,
      experiment,
    })),

  document: (search: Asking['search']): AnySearch => searchOf(search),

  /** Carries out a search in rounds, each a whole result; stops, with what is done kept, when nobody waits any more. */
  fill: async (asked: Filled, { tell, signal }: Call): Promise<void> => {
    const { settings, seed, events, sizes, precision, dress } = asked;
    const blocks = blocksOf(asked);
    const search = searchOf(asked.search);
    const plans = roundsOf({ search, settings, seed, events, sizes, precision });
    const begin = firstRound(plans as readonly { readonly events?: number }[], asked, search.kind);
    for (const [round, plan] of plans.entries()) {
      if (round < begin) continue;
      const place = { round, rounds: plans.length };
      const store = blocks.of(plan, blockEventsOf(plan));
      await fill(plan, { store, signal, tell: (far) => tell({ ...place, ...far } satisfies SearchNews) });
      const host = { workers: 1, startWorker, blocks: store, signal };
      const size = plan as typeof plan & { readonly events: number; readonly masses?: readonly number[] };
      const whole = round === plans.length - 1;
      const asking = {
        ...{ settings, seed, events: size.events },
        ...(whole && { sizes, precision }),
        ...(size.masses !== undefined && { masses: size.masses }),
      };
      const done: Run | undefined = await run(search, asking, host).catch((error: unknown) => {
        // Too few decays for an answer: the next round has more.
        if (error instanceof InvalidInput && round < plans.length - 1) return undefined;
        throw error;
      });
      if (done === undefined) continue;
      const { document } = done;
      tell({
        ...place,
        search: search.id,
        events: document.events,
        digest: document.digest.result,
        report: drawnReport(done, dress, round === plans.length - 1),
      } satisfies SearchNews);
    }
  },
};
