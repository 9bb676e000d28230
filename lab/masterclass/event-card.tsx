import { FlatView } from '../events/flat-view.tsx';
import type { ClassEvent, ClassEvents } from './desk.ts';
import type { Exercise } from './exercise.ts';
import { texts } from './now.ts';

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
      <div class="table">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col" class="number">
                {words.momentum}
              </th>
              {has('rings') && (
                <th scope="col" class="number">
                  {words.ring}
                </th>
              )}
              {has('energy') && (
                <th scope="col" class="number">
                  {words.energyOverMomentum}
                </th>
              )}
              {has('muons') && <th scope="col">{words.muonHit}</th>}
            </tr>
          </thead>
          <tbody>
            {event.tracks.map(({ charge, momentum, ring, energyOverMomentum, muonHit }, i) => (
              <tr key={i}>
                <th scope="row">
                  <span class={charge > 0 ? 'dot positive' : 'dot negative'} aria-hidden="true" />
                  {charge > 0 ? '+' : '−'}
                </th>
                <td class="number">{momentum.toFixed(1)}</td>
                {has('rings') && <td class="number">{ring === null ? words.none : ring.toFixed(0)}</td>}
                {has('energy') && <td class="number">{(energyOverMomentum ?? 0).toFixed(2)}</td>}
                {has('muons') && <td>{muonHit ? `● ${words.yes}` : `○ ${words.no}`}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
