import { useSignal } from '@preact/signals';
import { CountForm } from '../drop/count-form.tsx';
import type { DrawnFiles } from '../drop/desk.ts';
import { answer, askAgain, busy, cancel, imported, level, patch, refused, take } from '../drop/now.ts';
import { enter } from '../now.ts';
import { Drawing } from '../parts/picture.tsx';
import { Scrolling } from '../parts/scrolling.tsx';

const number = (value: number | null): string => (value === null ? '–' : Number(value.toPrecision(4)).toString());

const Limit = ({ limit }: { readonly limit: NonNullable<DrawnFiles['limit']> }) => (
  <section aria-label="Limit">
    <p class="sentence" aria-live="polite">
      {limit.poi} below <b>{number(limit.observed)}</b> at {100 * limit.level} % (CL<sub>s</sub>, {limit.method});
      expected {limit.expected.map(number).join(' · ')}
    </p>
    {limit.unsafeBecause !== null && (
      <p class="note changed-after-unblinding">
        Not safe: {limit.unsafeBecause} Use <code>spillway limit FILE --toys 20000</code>.
      </p>
    )}
    {limit.reason !== null && <p class="note">{limit.reason}</p>}
  </section>
);

const Redone = ({ redone }: { readonly redone: NonNullable<DrawnFiles['redone']> }) => (
  <section aria-label="Limits redone">
    <p class="sentence">{redone.words}</p>
    <Scrolling name="Limits worked out again">
      <table>
        <caption>Limits worked out again, {100 * redone.cl} %</caption>
        <thead>
          <tr>
            {['at', 'seen', 'background', 'sensitivity', 'ours', 'published', 'ratio'].map((title) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {redone.rows.slice(0, 60).map((row, i) => (
            <tr key={i}>
              <th scope="row" class="number">
                {number(row.x)}
              </th>
              {[row.observed, row.background, row.ses, row.computed, row.published, row.ratio].map((value, c) => (
                <td key={c} class="number">
                  {number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  </section>
);

const Contents = ({ found }: { readonly found: DrawnFiles }) => (
  <>
    {found.files.map(({ name, what, format, contents, notes, lost }) => (
      <details key={name} open={found.limit === null}>
        <summary>
          <b>{name}</b> {what} ({format})
        </summary>
        <ul>
          {contents.slice(0, 40).map((part) => (
            <li key={part.name + part.size}>
              {part.name}: {part.kind}, {part.size}
            </li>
          ))}
        </ul>
        {[...notes, ...lost].map((sentence) => (
          <p key={sentence} class="quiet">
            {sentence}
          </p>
        ))}
      </details>
    ))}
    {found.refused.map(({ name, reason }) => (
      <p key={name} class="note" role="alert">
        {reason}
      </p>
    ))}
  </>
);

/** What was pasted: files, or a text as a file. */
function pasted(clipboard: DataTransfer | null): readonly File[] {
  const files = [...(clipboard?.files ?? [])];
  const text = clipboard?.getData('text') ?? '';
  return files.length > 0 || text === '' ? files : [new File([text], 'pasted text')];
}

const DropRoom = () => {
  const over = useSignal(false);
  const found = answer.value;
  return (
    <>
      <h1>Drop a file, get its answer</h1>
      <label
        class="drop"
        data-over={over.value}
        onDragOver={(event) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => {
          over.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          void take([...(event.dataTransfer?.files ?? [])]);
        }}
        onPaste={({ clipboardData }) => void take(pasted(clipboardData))}
      >
        <span class="big">Likelihoods, cards, tables, histograms, events, runs</span>
        <span class="quiet">
          pyhf JSON with its patchset, Combine cards, HistFactory XML, UHI, HEPData, CSV, Parquet, HepMC3, a question of
          this lab, a record of openings: recognised by content, read here, sent nowhere
        </span>
        <input
          type="file"
          multiple
          onChange={({ currentTarget }) => {
            void take([...(currentTarget.files ?? [])]);
            // The same file may be chosen again after it was changed.
            currentTarget.value = '';
          }}
        />
      </label>
      <div class="question">
        <label>
          <span>Confidence level</span>
          <select
            value={String(level.value)}
            onChange={({ currentTarget: { value } }) => {
              level.value = Number(value);
              void askAgain();
            }}
          >
            {[0.68, 0.9, 0.95, 0.99].map((one) => (
              <option key={one} value={String(one)}>
                {100 * one} %
              </option>
            ))}
          </select>
        </label>
        {found !== undefined && found.patches.length > 0 && (
          <label>
            <span>Patch</span>
            <select
              value={patch.value ?? found.patches[0]}
              onChange={({ currentTarget: { value } }) => {
                patch.value = value;
                void askAgain();
              }}
            >
              {found.patches.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        {busy.value && (
          <button type="button" onClick={() => cancel()}>
            Give up
          </button>
        )}
        <span class="quiet" role="status">
          {busy.value ? 'reading …' : found === undefined ? '' : `answered in ${Math.round(found.milliseconds)} ms`}
        </span>
      </div>
      {refused.value !== '' && (
        <p class="note changed-after-unblinding" role="alert">
          {refused.value}
        </p>
      )}
      {imported.value !== undefined && (
        <p class="note" role="status" id="record" data-added={imported.value.added}>
          A record of {imported.value.acts} {imported.value.acts === 1 ? 'opening' : 'openings'} (
          {imported.value.searches.join(', ')}): {imported.value.added} new here. The boxes know of them now.{' '}
          <button type="button" class="plain" onClick={() => enter('box')}>
            To the box
          </button>
        </p>
      )}
      {found !== undefined && (
        <>
          {found.limit !== null && <Limit limit={found.limit} />}
          {found.redone !== null && <Redone redone={found.redone} />}
          <div class="figures">
            {found.pictures.map(({ caption, svg }) => (
              <figure key={caption}>
                <Drawing svg={svg} />
                <figcaption>{caption}</figcaption>
              </figure>
            ))}
          </div>
          <Contents found={found} />
        </>
      )}
      <CountForm />
    </>
  );
};

export default DropRoom;
