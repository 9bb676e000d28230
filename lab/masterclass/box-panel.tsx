import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Exercise } from './exercise.ts';
import { answers, counts, desk, openBox, result, set, texts } from './now.ts';

/** The box of an exercise: opened once; then the count, and what it says of the branching fraction. */
export const BoxPanel = ({
  exercise,
  box,
}: {
  readonly exercise: Exercise;
  readonly box: NonNullable<Exercise['box']>;
}) => {
  const words = texts.value;
  const now = result.value;
  const events = set.value?.events ?? [];
  const passing = now === undefined ? [] : events.filter((event) => counts(exercise, now, event));
  const right = answers.value;
  const interval = useSignal<readonly [number, number] | null>(null);
  const count = passing.length;
  const opened = now?.opened ?? false;
  useEffect(() => {
    if (!opened || box.sensitivity === undefined) return;
    void desk.ask('interval', { count, sensitivity: box.sensitivity.value }).then((found) => {
      interval.value = found;
    });
  }, [opened, count]);
  if (now === undefined) return null;
  if (!opened)
    return (
      <div class="lid" data-open="false">
        <p>{words.openWarning}</p>
        <button type="button" class="main" onClick={() => void openBox()}>
          {words.openBox}
        </button>
      </div>
    );
  if (right === undefined) return null;
  const all = right.filter((tag) => tag === box.tag).length;
  const found = passing.filter(({ number }) => right[number] === box.tag).length;
  return (
    <div class="lid" data-open="true" aria-live="polite">
      <p class="sentence">{words.boxResult(count, found, all)}</p>
      {interval.value !== null && (
        <p>
          {words.branching(interval.value[0].toExponential(1), interval.value[1].toExponential(1))}{' '}
          <span class="quiet">({box.sensitivity?.source})</span>
        </p>
      )}
    </div>
  );
};
