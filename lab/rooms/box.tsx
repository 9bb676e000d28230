import { useEffect } from 'preact/hooks';
import { before, busy, far, follow, look, openBox, ownData, record, refused, useFile } from '../box/now.ts';
import { state } from '../now.ts';
import { Picture } from '../parts/picture.tsx';
import { Notices } from '../parts/report.tsx';
import { Rich } from '../parts/rich.tsx';
import { save } from '../parts/save.ts';
import { Strip } from '../parts/strip.tsx';
import { ChooseSearch, useSearches } from '../search/choose-search.tsx';

const BoxRoom = () => {
  useSearches();
  useEffect(() => follow(), []);
  const box = look.value;
  const closed = before.value;
  return (
    <>
      <div class="question">
        <ChooseSearch />
        <label>
          <span>Your own counts in place of pseudo-data</span>
          <input type="file" onChange={({ currentTarget: { files } }) => void useFile(files?.[0])} />
        </label>
        {ownData.value !== '' && (
          <button type="button" onClick={() => void useFile(undefined)}>
            Pseudo-data again
          </button>
        )}
      </div>
      <h1>{box === undefined ? 'The box' : box.open ? 'The box is open' : 'The box is closed'}</h1>
      <Strip far={far} what={() => 'Simulating'} />
      {refused.value !== '' && (
        <p class="note changed-after-unblinding" role="alert">
          {refused.value}
        </p>
      )}
      {box !== undefined && (
        <>
          <div class="lid" data-open={box.open}>
            {box.open ? (
              <p>
                Opened on {new Date(box.at ?? '').toLocaleString('en')}, on record in this browser, for exactly these
                cuts and these data ({box.data}).
              </p>
            ) : (
              <>
                <p>
                  What was counted in {box.regions.map((name) => `“${name}”`).join(', ')} has been read by nobody, and
                  is nowhere in this page. Decide on your cuts first: once the box is open, a moved cut is another
                  search.
                </p>
                <button type="button" class="main" onClick={() => void openBox()} disabled={busy.value}>
                  Open the box, once, on record
                </button>
                {box.earlier > 0 && (
                  <p class="quiet">
                    This box is closed, but {box.earlier === 1 ? 'an opening' : `${box.earlier} openings`} of this
                    search with other cuts or other data {box.earlier === 1 ? 'is' : 'are'} on record.
                  </p>
                )}
              </>
            )}
          </div>
          <Notices report={box.report} />
          <p class="sentence" aria-live="polite">
            <Rich text={box.report.answer?.sentence ?? ''} />
          </p>
          <div class="figures">
            {closed?.report.answer?.figure !== undefined && (
              <Picture
                figure={{ ...closed.report.answer.figure, caption: `Before: ${closed.report.answer.figure.caption}` }}
              />
            )}
            {box.report.answer?.figure !== undefined && <Picture figure={box.report.answer.figure} />}
          </div>
          <p>
            <button type="button" onClick={async () => save('openings.jsonl', await record(), 'application/jsonl')}>
              Save the record of openings
            </button>{' '}
            <span class="quiet">A saved record, or that of a run’s folder, is taken back in Drop.</span>
          </p>
          <p class="quiet" id="digest" data-digest={box.digest} data-events={box.events}>
            {box.events.toLocaleString('en')} decays per sample · seed {state.value.seed} · result{' '}
            {box.digest.slice(0, 12)}
          </p>
        </>
      )}
    </>
  );
};

export default BoxRoom;
