import type { NodeOptions } from '../hosts/node/run-search.ts';
import { modeOf } from '../modes/index.ts';
import type { Session } from './command.ts';

/** Callbacks that show a run on the session's strip: counts per stage, decays, rate, time to go. */
export function stripOfRun({ progress, notice }: Session): Pick<NodeOptions, 'onPlan' | 'onProgress' | 'onNotice'> {
  let counts: ReturnType<typeof modeOf>['progress'];
  return {
    onPlan: (plan) => {
      progress.begin(plan.search.id);
      progress.enter('generation');
      counts = modeOf(plan).progress;
    },
    onProgress: ({ eventsDone, eventsTotal, eventsPerSecond, secondsLeft, sums }) => {
      progress.enter(eventsDone < eventsTotal ? 'selection' : 'limits');
      progress.update({
        done: eventsDone,
        total: eventsTotal,
        perSecond: eventsPerSecond,
        secondsLeft,
        unit: 'decays',
        counts: counts?.(sums) ?? {},
      });
    },
    onNotice: notice,
  };
}
