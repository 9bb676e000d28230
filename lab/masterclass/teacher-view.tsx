import { useSignal } from '@preact/signals';
import { type ExerciseId, exercises } from '../exercises/index.ts';
import type { ClassEvents } from './desk.ts';
import type { Exercise, Tag } from './exercise.ts';
import { MassHistogram } from './mass-histogram.tsx';
import { desk, texts } from './now.ts';
import { merged, type Result, readResult } from './session.ts';

interface ClassResults {
  readonly results: readonly Result[];
  readonly set: ClassEvents;
  readonly answers: readonly Tag[];
}

const OfExercise = ({ exercise }: { readonly exercise: Exercise }) => {
  const words = texts.value;
  const answers = useSignal<readonly Tag[] | undefined>(undefined);
  const together = useSignal<ClassResults | undefined>(undefined);
  const refused = useSignal('');
  const take = async (files: readonly File[]): Promise<void> => {
    const read = await Promise.all(
      files.map(async (file) => ({ name: file.name, result: readResult(await file.text()) })),
    );
    const results = read.flatMap(({ result }) =>
      typeof result !== 'string' && result.exercise === exercise.id ? [result] : [],
    );
    refused.value = read
      .filter(({ result }) => typeof result === 'string' || result.exercise !== exercise.id)
      .map(({ name, result }) => `${name}: ${typeof result === 'string' ? result : result.exercise}`)
      .join('; ');
    const set = await desk.ask('events', exercise.id);
    together.value = { results, set, answers: await desk.ask('answers', exercise.id) };
  };
  const all = together.value;
  const sum = all === undefined ? undefined : merged(all.results, all.answers);
  return (
    <section class="of-exercise">
      <h2>
        {words.exercises[exercise.id as ExerciseId].title}{' '}
        <span class="quiet">({words.minutes(exercise.minutes)})</span>
      </h2>
      <div class="question">
        <button
          type="button"
          onClick={async () => {
            answers.value = await desk.ask('answers', exercise.id);
          }}
        >
          {words.showAnswers}
        </button>
        <label>
          <span>{words.dropResults}</span>
          <input
            type="file"
            multiple
            accept=".json"
            onChange={({ currentTarget: { files } }) => void take([...(files ?? [])])}
          />
        </label>
      </div>
      {answers.value !== undefined && (
        <ol class="answers">
          {answers.value.map((tag, i) => (
            <li key={i}>{words.tags[tag]}</li>
          ))}
        </ol>
      )}
      {refused.value !== '' && (
        <p class="note" role="alert">
          {refused.value}
        </p>
      )}
      {all !== undefined && sum !== undefined && (
        <>
          <p class="sentence">{words.mergedResult(all.results.length, sum.answered, sum.right)}</p>
          <p class="quiet">{sum.groups.join(', ')}</p>
          <MassHistogram
            exercise={exercise}
            values={all.results.flatMap(({ tags }) =>
              Object.entries(tags).map(([number, tag]) => ({ tag, mass: all.set.events[Number(number)].missingMass })),
            )}
          />
        </>
      )}
    </section>
  );
};

/** What a teacher needs: the plan of an hour, the answers, and the results of all groups together. */
export const TeacherView = () => (
  <>
    <h1>{texts.value.teacher}</h1>
    <h2>{texts.value.plan}</h2>
    <ul>
      {texts.value.planLines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    {exercises.map((exercise) => (
      <OfExercise key={exercise.id} exercise={exercise} />
    ))}
  </>
);
