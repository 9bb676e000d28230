import { FlatView } from '../events/flat-view.tsx';
import { TrackTable } from '../events/track-table.tsx';
import type { ClassEvent, ClassEvents } from './desk.ts';
import type { Exercise } from './exercise.ts';
import { texts } from './now.ts';

const COLUMNS = ['rings', 'energy', 'muons'] as const;

/** One event of an exercise: two views, and what the detectors say in the words of the class. */
export const EventCard = ({
  exercise: { tools },
  set: { apparatus },
  event,
}: {
  readonly exercise: Exercise;
  readonly set: ClassEvents;
  readonly event: ClassEvent;
}) => {
  const words = texts.value;
  const has = (tool: Exercise['tools'][number]): boolean => tools.includes(tool);
  return (
    <>
      <FlatView apparatus={apparatus} event={event} truth={undefined} axis="x" />
      <FlatView apparatus={apparatus} event={event} truth={undefined} axis="y" />
      <TrackTable tracks={event.tracks} words={words} columns={['momentum', ...COLUMNS.filter(has)]} />
      <p>
        {has('clusters') && (
          <>
            {words.clusters}:{' '}
            {event.clusters.length === 0
              ? words.none
              : event.clusters.map(({ energy }) => `${energy.toFixed(1)} GeV`).join(', ')}
            .{' '}
          </>
        )}
        {has('vetoes') && (
          <b class={event.vetoed ? 'misses' : 'agrees'}>{event.vetoed ? words.vetoFired : words.vetoSilent}</b>
        )}
      </p>
      <p class="quiet">
        {has('mass') && `${words.missingMass}: ${event.missingMass.toFixed(4)}`}
        {has('momentum') && ` · ${words.seenMomentum}: ${event.seenMomentum.toFixed(1)}`}
      </p>
    </>
  );
};
