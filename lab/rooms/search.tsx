import { useEffect } from 'preact/hooks';
import { state } from '../now.ts';
import { Answer, Notices, Stages } from '../parts/report.tsx';
import { Rich } from '../parts/rich.tsx';
import { Strip } from '../parts/strip.tsx';
import { ChooseSearch, useSearches } from '../search/choose-search.tsx';
import { far, follow, goOn, listed, refused, round, running, stop, whole } from '../search/now.ts';
import { HandOn, QuestionForm } from '../search/question-form.tsx';

const SearchRoom = () => {
  useSearches();
  useEffect(() => follow(), []);
  const found = round.value;
  const { search } = state.value;
  const known = listed.value.find(({ id }) => id === search);
  return (
    <>
      <div class="question">
        <ChooseSearch />
        {running.value ? (
          <button type="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="button" class="main" onClick={goOn}>
            {whole.value ? 'Twice as many decays' : 'Go on'}
          </button>
        )}
        <HandOn />
      </div>
      <h1>
        <Rich text={known?.channel ?? found?.report.title ?? 'A search'} />
      </h1>
      {known !== undefined && (
        <p class="quiet">
          {known.title} · {known.experiment}
        </p>
      )}
      <Strip far={far} what={({ round: here, rounds }) => `Round ${here + 1} of ${rounds}`} />
      <QuestionForm />
      {refused.value !== '' && (
        <p class="note changed-after-unblinding" role="alert">
          {refused.value}
        </p>
      )}
      {found !== undefined && (
        <>
          <Answer report={found.report} />
          <p class="quiet" id="digest" data-search={found.search} data-digest={found.digest} data-events={found.events}>
            {found.events.toLocaleString('en')} decays per sample · result {found.digest.slice(0, 12)}
          </p>
          <Notices report={found.report} />
          <Stages report={found.report} />
        </>
      )}
    </>
  );
};

export default SearchRoom;
