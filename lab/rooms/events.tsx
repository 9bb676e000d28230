import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { FlatView } from '../events/flat-view.tsx';
import type { SeenEvent, Truth } from '../events/measured-event.ts';
import {
  apparatus,
  askTruth,
  busy,
  display,
  event,
  events,
  follow,
  place,
  refused,
  samples,
  show,
  step,
  truth,
} from '../events/now.ts';
import { Panels } from '../events/panels.tsx';
import { SpaceView } from '../events/space-view.tsx';
import { Rich } from '../parts/rich.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { ChooseSearch, useSearches } from '../search/choose-search.tsx';

const SHOWN = { seen: 'with a track or a cluster', candidates: 'read as candidates', selected: 'selected' } as const;

const Fate = ({ shown }: { readonly shown: SeenEvent }) => {
  const [reading] = shown.readings;
  if (reading === undefined) return <p class="quiet">No reading: it is no candidate of this search.</p>;
  return (
    <Scrolling name="Fate under each cut">
      <table>
        <caption>
          Read as {reading.roles.join(' ')}: {reading.selected ? 'selected' : 'rejected'}
        </caption>
        <tbody>
          {reading.fate.map(({ cut, observable, value, passes }) => (
            <tr key={cut}>
              <th scope="row">
                <span class={passes ? 'agrees' : 'misses'}>{passes ? '✓' : '✗'}</span> {cut}
              </th>
              <td>
                <Rich text={observable} />
              </td>
              <td class="number">{value === null ? '–' : value.toPrecision(4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
};

const TruthView = ({ found }: { readonly found: Truth | undefined }) =>
  found === undefined ? (
    <button type="button" onClick={() => void askTruth()}>
      What was it?
    </button>
  ) : (
    <p class="truth" aria-live="polite">
      Decay at {found.vertex[2].toFixed(1)} m into{' '}
      {found.products.map(({ name, momentum }) => `${name} (${momentum.toFixed(1)} GeV)`).join(', ')}
    </p>
  );

/** Arrow keys step through the events, unless a control has them. */
function stepByKey({ key, target }: KeyboardEvent): void {
  if (target instanceof HTMLElement && /^(SELECT|INPUT|CANVAS|TEXTAREA)$/.test(target.tagName)) return;
  if (key === 'ArrowRight') step(1);
  if (key === 'ArrowLeft') step(-1);
}

const EventsRoom = () => {
  useSearches();
  useEffect(() => follow(), []);
  useEffect(() => {
    addEventListener('keydown', stepByKey);
    return () => removeEventListener('keydown', stepByKey);
  }, []);
  const noSpace = useSignal(false);
  const { sample, shown, flat } = display();
  const found = apparatus.value;
  const one = event.value;
  const inLines = flat || noSpace.value;
  return (
    <>
      <div class="question">
        <ChooseSearch />
        {samples.value.length > 0 && (
          <>
            <label>
              <span>Sample</span>
              <select value={sample} onChange={({ currentTarget: { value } }) => show({ sample: value })}>
                {samples.value.map(({ name, role }) => (
                  <option key={name} value={name}>
                    {name} ({role})
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>Events</span>
              <select
                value={shown}
                onChange={({ currentTarget: { value } }) => show({ shown: value as keyof typeof SHOWN })}
              >
                {Object.entries(SHOWN).map(([name, text]) => (
                  <option key={name} value={name}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        <label class="tick">
          <input
            type="checkbox"
            checked={inLines}
            disabled={noSpace.value}
            onChange={({ currentTarget: { checked } }) => show({ flat: checked })}
          />{' '}
          two flat views
        </label>
      </div>
      <h1>One event at a time</h1>
      {refused.value !== '' && (
        <p class="note changed-after-unblinding" role="alert">
          {refused.value}
        </p>
      )}
      <div class="question">
        <button type="button" onClick={() => step(-1)} disabled={events.value.length === 0}>
          ← before
        </button>
        <button type="button" class="main" onClick={() => step(1)} disabled={events.value.length === 0}>
          next →
        </button>
        <span class="quiet" role="status">
          {busy.value
            ? 'simulating …'
            : one === undefined
              ? samples.value.length === 0
                ? 'Behind a dump searches are simulated as yields, not event by event: this is the apparatus.'
                : 'No such event among the first 65 536 decays.'
              : `event ${one.event}, ${place.value + 1} of ${events.value.length}`}
        </span>
      </div>
      {found !== undefined && (
        <figure>
          {inLines ? (
            <>
              <FlatView apparatus={found} event={one} truth={truth.value} axis="x" />
              <FlatView apparatus={found} event={one} truth={truth.value} axis="y" />
            </>
          ) : (
            <SpaceView apparatus={found} event={one} truth={truth.value} failed={() => (noSpace.value = true)} />
          )}
          <figcaption>
            {found.title}: sizes across the beam are stretched. Red tracks are positive, blue ones negative; a tower is
            energy in the calorimeter. Weighted decays are accepted with a probability by their weight, so what you see
            is as frequent as in the experiment.
          </figcaption>
        </figure>
      )}
      {one !== undefined && (
        <div class="cuts">
          <Panels event={one} />
          <div>
            <Fate shown={one} />
            <TruthView found={truth.value} />
          </div>
        </div>
      )}
    </>
  );
};

export default EventsRoom;
