import type { BlockProgress } from '../tasks/index.ts';
import type { Session } from './command.ts';

/** A callback that shows blocks of decays on the session's strip, as they come. */
export function stripOfBlocks({ progress }: Pick<Session, 'progress'>) {
  return (done: BlockProgress): void => {
    progress.enter(done.eventsDone < done.eventsTotal ? 'selection' : 'limits');
    progress.update(standingOf(done));
  };
}

/** How far some blocks are, as the strip shows it. */
export const standingOf = ({
  eventsDone: done,
  eventsTotal: total,
  eventsPerSecond: perSecond,
  secondsLeft,
}: BlockProgress) => ({
  ...{ done, total, perSecond, secondsLeft },
  unit: 'decays' as const,
});
