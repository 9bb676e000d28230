import { type ExerciseId, exercises } from '../exercises/index.ts';
import { ExerciseView } from '../masterclass/exercise-view.tsx';
import { exercise, go, texts, where } from '../masterclass/now.ts';
import { TeacherView } from '../masterclass/teacher-view.tsx';
import { type LanguageName, languages } from '../texts/index.ts';

const MasterclassRoom = () => {
  const { language, teacher } = where.value;
  const words = texts.value;
  const now = exercise.value;
  return (
    <div lang={language}>
      <div class="question">
        {exercises.map(({ id, minutes }, i) => (
          <button
            key={id}
            type="button"
            aria-current={!teacher && now?.id === id ? 'step' : undefined}
            class={!teacher && now?.id === id ? 'main' : undefined}
            onClick={() => go({ exercise: id, teacher: false })}
          >
            {i + 1}. {words.exercises[id as ExerciseId].title} <span>({words.minutes(minutes)})</span>
          </button>
        ))}
        <button type="button" onClick={() => go({ teacher: !teacher })}>
          {teacher ? words.student : words.teacher}
        </button>
        <label>
          <span class="unseen">Language</span>
          <select value={language} onChange={({ currentTarget: { value } }) => go({ language: value as LanguageName })}>
            {Object.entries(languages).map(([name, { language: said }]) => (
              <option key={name} value={name}>
                {said}
              </option>
            ))}
          </select>
        </label>
      </div>
      {teacher ? (
        <TeacherView />
      ) : now === undefined ? (
        <>
          <h1>{words.title}</h1>
          <p class="sentence">{words.lead}</p>
          <button type="button" class="main" onClick={() => go({ exercise: exercises[0].id })}>
            {words.exercises['which-decay'].title}
          </button>
        </>
      ) : (
        <ExerciseView key={now.id} exercise={now} />
      )}
    </div>
  );
};

export default MasterclassRoom;
