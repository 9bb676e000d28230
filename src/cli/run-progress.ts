import type { ReproduceOptions } from '../hosts/node/reproduce-in-folder.ts';
import type { NodeOptions } from '../hosts/node/run-search.ts';
import type { AnyPlan } from '../modes/any-plan.ts';
import type { Mode } from '../modes/mode.ts';
import { standingOf } from './block-progress.ts';
import type { Session } from './command.ts';
import { histogramLines } from './text/histogram.ts';

/** Callbacks that show a run on the session's strip: counts per stage, decays, rate, time to go; with `watch` what fills. */
export function stripOfRun(
  { progress, notice }: Session,
  { watch = false, place = (): string => '' } = {},
): Pick<NodeOptions, 'onPlan' | 'onProgress' | 'onNotice'> {
  let mode: Mode | undefined;
  let running: AnyPlan | undefined;
  return {
    onPlan: (plan) => {
      progress.begin(`${plan.search.id}${place()}`);
      progress.enter('generation');
      running = plan;
      mode = undefined;
      // Loaded with the plan long ago; help pages do without.
      void import('../modes/index.ts').then(({ modeOf }) => {
        mode = modeOf(plan);
        if (watch && mode.watched === undefined)
          notice(`${plan.search.id} has nothing to watch: its blocks are yields, not events.`);
      });
    },
    onProgress: (standing) => {
      const { eventsDone, eventsTotal, sums } = standing;
      progress.enter(eventsDone < eventsTotal ? 'selection' : 'limits');
      progress.update({
        ...standingOf(standing),
        counts: mode?.progress?.(sums) ?? {},
        ...(watch ? { picture: (columns: number) => pictureOf(mode, running, sums, columns) } : {}),
      });
    },
    onNotice: notice,
  };
}

/** Shows so many runs on the session's strip, one at a time: of those under way, the one begun first, and how many have ended. */
export function stripOfRuns(session: Session, runs: number): NonNullable<ReproduceOptions['follow']> {
  const underWay: symbol[] = [];
  let ended = 0;
  const place = () => (runs === 1 ? '' : ` (${ended + 1} of ${runs})`);
  return () => {
    const run = Symbol();
    underWay.push(run);
    const strip = stripOfRun(session, { place });
    let begun: (() => void) | undefined;
    const inFront = (): boolean => {
      if (underWay[0] !== run) return false;
      begun?.();
      begun = undefined;
      return true;
    };
    return {
      onPlan: (plan, folder) => {
        begun = () => strip.onPlan?.(plan, folder);
        inFront();
      },
      onProgress: (standing) => {
        if (inFront()) strip.onProgress?.(standing);
      },
      end: () => {
        underWay.splice(underWay.indexOf(run), 1);
        ended += 1;
      },
    };
  };
}

/** What every command that carries a search out takes from the session: seed, workers, Ctrl-C and the strip. */
export function optionsOfSession(session: Session, look?: { readonly watch?: boolean }) {
  const { seed, workers, signal } = session;
  return { seed, workers, signal, ...stripOfRun(session, look) };
}

const WIDEST = 100;
const ROWS = 5;

function pictureOf(
  mode: Mode | undefined,
  plan: AnyPlan | undefined,
  sums: readonly Float64Array[],
  columns: number,
): string[] {
  if (plan === undefined) return [];
  const found = mode?.watched?.(plan, sums) ?? [];
  return found.flatMap((histogram) => histogramLines(histogram, Math.min(WIDEST, columns - 1), ROWS));
}
