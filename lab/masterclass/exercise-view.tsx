import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExerciseId } from '../exercises/index.ts';
import { save } from '../parts/save.ts';
import { BoxPanel } from './box-panel.tsx';
import { CutPanel } from './cut-panel.tsx';
import { EventCard } from './event-card.tsx';
import type { Exercise } from './exercise.ts';
import { MassHistogram } from './mass-histogram.tsx';
import { MassPlane } from './mass-plane.tsx';
import { answers, begin, beginAgain, nameGroup, place, result, set, tagEvent, texts } from './now.ts';

const Help = ({ lines }: { readonly lines: readonly string[] }) => {
  const shown = useSignal(true);
  const words = texts.value;
  return (
    <div>
      <button type="button" class="plain" aria-expanded={shown.value} onClick={() => (shown.value = !shown.value)}>
        {shown.value ? words.hideHelp : words.showHelp}
      </button>
      {shown.value && (
        <ul class="help">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** One exercise, from its question to its result. */
export const ExerciseView = ({ exercise }: { readonly exercise: Exercise }) => {
  useEffect(() => void begin(exercise), [exercise]);
  const words = texts.value;
  const said = words.exercises[exercise.id as ExerciseId];
  const now = result.value;
  const found = set.value;
  if (found === undefined || now === undefined)
    return (
      <>
        <h1>{said.title}</h1>
        <p class="quiet">{words.loading}</p>
      </>
    );
  const { events } = found;
  const event = events[place.value];
  const tagged = Object.entries(now.tags).map(([number, tag]) => ({ tag, mass: events[Number(number)].missingMass }));
  const right = answers.value;
  const answered = Object.entries(now.tags);
  const rightOnes = answered.filter(([number, tag]) => right?.[Number(number)] === tag).length;
  const step = (by: number): void => {
    place.value = (place.value + by + events.length) % events.length;
  };
  return (
    <>
      <h1>{said.title}</h1>
      <p class="sentence">{said.question}</p>
      <Help lines={said.help} />
      <div class="question">
        <button type="button" onClick={() => step(-1)}>
          {words.before}
        </button>
        <span role="status">{words.eventOf(place.value + 1, events.length)}</span>
        <button type="button" onClick={() => step(1)}>
          {words.next}
        </button>
      </div>
      <div class="cuts">
        <div>
          <EventCard exercise={exercise} set={found} event={event} />
          <fieldset>
            <legend>{words.whatIsIt}</legend>
            <div class="question">
              {exercise.tags.map((tag) => (
                <button
                  key={tag}
                  type="button"
                  disabled={now.opened}
                  aria-pressed={now.tags[place.value] === tag}
                  class={now.tags[place.value] === tag ? 'main' : undefined}
                  onClick={() => void tagEvent(tag)}
                >
                  {words.tags[tag]}
                </button>
              ))}
            </div>
          </fieldset>
        </div>
        <div>
          {exercise.regions.length > 0 ? (
            <MassPlane exercise={exercise} events={events} tagged={now.tags} shown={place.value} />
          ) : (
            <MassHistogram exercise={exercise} values={tagged} />
          )}
          <p class="quiet">{words.histogramOf(tagged.length)}</p>
          {now.cuts !== null && <CutPanel cuts={now.cuts} />}
          {exercise.box !== undefined && <BoxPanel exercise={exercise} box={exercise.box} />}
          {right !== undefined && (
            <p class="sentence" id="score" aria-live="polite">
              {words.score(rightOnes, answered.length)}{' '}
              {answered.length === events.length && rightOnes >= exercise.right * answered.length && words.enough}
            </p>
          )}
          <div class="question">
            <label>
              <span>{words.group}</span>
              <input
                value={now.group}
                maxLength={60}
                onInput={({ currentTarget: { value } }) => void nameGroup(value)}
              />
            </label>
            <button
              type="button"
              onClick={() => save(`${exercise.id}-${now.group || 'group'}.json`, JSON.stringify(now, undefined, 2))}
            >
              {words.save}
            </button>
            <button type="button" onClick={() => void beginAgain()}>
              {words.again}
            </button>
          </div>
        </div>
      </div>
    </>
  );
};
