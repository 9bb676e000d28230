import { useSignal } from '@preact/signals';
import { count, counted, level } from './now.ts';

const number = (value: number | null | undefined): string => (value == null ? '–' : value.toPrecision(4));

/** One count, typed: its limit at once. */
export const CountForm = () => {
  const observed = useSignal('0');
  const background = useSignal('0.26');
  const error = useSignal('0.04');
  const ses = useSignal('3.5e-11');
  const found = counted.value;
  const field = (title: string, text: typeof observed) => (
    <label>
      <span>{title}</span>
      <input value={text} inputMode="decimal" onInput={({ currentTarget: { value } }) => (text.value = value)} />
    </label>
  );
  return (
    <section aria-label="One count">
      <h2>Or one count</h2>
      <form
        class="question"
        onSubmit={(event) => {
          event.preventDefault();
          void count({
            observed: observed.value.trim() === '' ? null : Number(observed.value),
            background: Number(background.value),
            error: Number(error.value),
            ses: ses.value.trim() === '' ? undefined : Number(ses.value),
            level: level.value,
          });
        }}
      >
        {field('Events seen', observed)}
        {field('Background', background)}
        {field('its error', error)}
        {field('Single-event sensitivity', ses)}
        <button type="submit" class="main">
          Limit
        </button>
      </form>
      {found !== undefined && (
        <p class="sentence" aria-live="polite">
          Below {number(found.signalEvents.observed)} events at {100 * found.level} % ({found.method}); expected{' '}
          {number(found.signalEvents.expected?.[2])}
          {found.branchingRatio !== null && (
            <>
              {' '}
              · branching fraction below <b>{number(found.branchingRatio.observed)}</b>
            </>
          )}
        </p>
      )}
    </section>
  );
};
