import { useSignal } from '@preact/signals';
import { linkOf } from '../link.ts';
import { change, state } from '../now.ts';
import { save } from '../parts/save.ts';
import { shortest } from '../state.ts';
import { desk, refused } from './now.ts';

/** The question, to be handed on: as a link, or as a file that `spillway run` takes. */
export const HandOn = () => {
  const copied = useSignal(false);
  return (
    <>
      <button
        type="button"
        onClick={async () => {
          await navigator.clipboard.writeText(await linkOf(state.value));
          copied.value = true;
        }}
      >
        {copied.value ? 'Link copied' : 'Copy the link'}
      </button>
      <button
        type="button"
        onClick={() => save('question.spillway.json', `${JSON.stringify(shortest(state.value), undefined, 2)}\n`)}
      >
        Save the question
      </button>
    </>
  );
};

/** Everything that may be asked otherwise: decays, seed, settings, and the whole document of the search. */
export const QuestionForm = () => {
  const text = useSignal<string | undefined>(undefined);
  const { events, seed, settings, search } = state.value;
  const whole = (value: number): number | undefined => (Number.isSafeInteger(value) && value > 0 ? value : undefined);
  return (
    <details class="editor">
      <summary>Ask it differently</summary>
      <div class="question">
        <label>
          <span>Decays per sample (behind a dump: per mass)</span>
          <input
            type="number"
            min={100}
            value={events ?? ''}
            onChange={({ currentTarget: { valueAsNumber } }) => change({ events: whole(valueAsNumber) })}
          />
        </label>
        <label>
          <span>Seed</span>
          <input
            type="number"
            min={1}
            value={seed}
            onChange={({ currentTarget: { valueAsNumber } }) => change({ seed: whole(valueAsNumber) ?? 1 })}
          />
        </label>
      </div>
      <label>
        <span>Settings, one a line: path=value, as after --set</span>
        <textarea
          rows={3}
          spellcheck={false}
          value={settings.join('\n')}
          onChange={({ currentTarget: { value } }) =>
            change({ settings: value.split('\n').filter((line) => line.trim() !== '') })
          }
        />
      </label>
      {text.value === undefined ? (
        <button
          type="button"
          onClick={async () => {
            text.value = JSON.stringify(await desk.ask('document', search), undefined, 2);
          }}
        >
          Copy the search and change it
        </button>
      ) : (
        <>
          <label>
            <span>A search of your own: another id, no “frozen”, and whatever you want to look for</span>
            <textarea
              rows={18}
              spellcheck={false}
              value={text.value}
              onInput={({ currentTarget: { value } }) => {
                text.value = value;
              }}
            />
          </label>
          <button
            type="button"
            class="main"
            onClick={() => {
              try {
                change({ search: JSON.parse(text.value ?? '') as Record<string, unknown>, settings: [] });
              } catch (error) {
                refused.value = error instanceof Error ? error.message : String(error);
              }
            }}
          >
            Carry it out
          </button>
        </>
      )}
    </details>
  );
};
