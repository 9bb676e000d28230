import { useEffect } from 'preact/hooks';
import type { AnswerNumber, CutAnswer, Step } from '../cuts/cut-answer.ts';
import { HandleView } from '../cuts/handle-view.tsx';
import { axisOf, type Handle, type HandleAxis } from '../cuts/handles.ts';
import { answer, busy, first, follow, moveEdge, putBack, refused, shown } from '../cuts/now.ts';
import { stepOf } from '../cuts/setting-text.ts';
import { state } from '../now.ts';
import { Drawing } from '../parts/picture.tsx';
import { Rich } from '../parts/rich.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { ChooseSearch, useSearches } from '../search/choose-search.tsx';

const short = (value: number | null): string => (value === null ? '–' : value.toPrecision(3));
const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toPrecision(3)} %`);
const said = ({ value, error }: AnswerNumber): string =>
  error === undefined ? short(value) : `${short(value)} ± ${short(error)}`;

/** The numbers of the answer, and what they were before anything was moved. */
const Numbers = ({ found }: { readonly found: CutAnswer }) => (
  <div class="numbers" aria-live="polite">
    {found.numbers.map((number, i) => {
      const before = first.value?.numbers[i];
      return (
        <div class="number-card" key={number.title}>
          <span class="quiet">{number.title}</span>
          <b>{said(number)}</b>
          {before !== undefined && said(before) !== said(number) && <span class="quiet">was {said(before)}</span>}
        </div>
      );
    })}
  </div>
);

const PictureWithHandles = ({ found, handle }: { readonly found: CutAnswer; readonly handle: Handle }) => {
  const { svg, frame, says } = found.picture;
  return (
    <figure>
      <div class="on-picture">
        <Drawing svg={svg} />
        {frame !== undefined &&
          handle.edges.map((edge) => <HandleView key={edge.path} edge={edge} handle={handle} frame={frame} />)}
      </div>
      <figcaption>
        {says} Drag an edge, or move it with the arrow keys. {handle.source !== '' && `Source: ${handle.source}`}
      </figcaption>
    </figure>
  );
};

const unitOf = ({ unit }: HandleAxis): string => (unit === '1' ? '' : unit);

const EdgeInputs = ({ handle }: { readonly handle: Handle }) => (
  <span class="edges">
    {handle.edges.map((edge) => (
      <label key={edge.path}>
        <span class="unseen">
          {handle.name}, {edge.says}
        </span>
        {edge.says}{' '}
        <input
          type="number"
          step={stepOf(axisOf(handle, edge))}
          value={Number(edge.value.toPrecision(6))}
          onChange={({ currentTarget: { valueAsNumber } }) => {
            if (Number.isFinite(valueAsNumber)) moveEdge(edge, axisOf(handle, edge), valueAsNumber);
          }}
        />{' '}
        {unitOf(axisOf(handle, edge))}
      </label>
    ))}
  </span>
);

const Flow = ({ found }: { readonly found: CutAnswer }) => {
  const { caption, columns, steps } = found.flow;
  const handleOf = new Map(found.handles.map((handle) => [handle.name, handle]));
  const moved = (handle: Handle) =>
    handle.edges.some(({ path }) => state.value.settings.some((one) => one.startsWith(`${path}=`)));
  const line = (name: string, step: Step | undefined) => {
    const handle = handleOf.get(name);
    return (
      <tr key={name} class={handle?.name === found.picture.of ? 'total' : undefined}>
        <th scope="row">
          {handle === undefined ? (
            name
          ) : (
            <button
              type="button"
              class="plain"
              aria-pressed={handle.name === found.picture.of}
              onClick={() => (shown.value = name)}
            >
              <Rich text={name} />
            </button>
          )}
        </th>
        <td>
          {handle !== undefined && <EdgeInputs handle={handle} />}
          {handle !== undefined && moved(handle) && (
            <button type="button" class="plain" onClick={() => putBack(...handle.edges.map(({ path }) => path))}>
              put back
            </button>
          )}
        </td>
        {columns.map((column, c) => (
          <td key={column.title} class="number">
            {step === undefined ? '' : column.percent ? percent(step.cells[c]) : short(step.cells[c])}
          </td>
        ))}
      </tr>
    );
  };
  return (
    <Scrolling name={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">cut</th>
            <th scope="col">edges</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => line(step.name, step))}
          {found.handles
            .filter(({ name }) => !steps.some((step) => step.name === name))
            .map(({ name }) => line(name, undefined))}
        </tbody>
      </table>
    </Scrolling>
  );
};

const CutsRoom = () => {
  useSearches();
  useEffect(() => follow(), []);
  const found = answer.value;
  const handle = found?.handles.find(({ name }) => name === found.picture.of);
  const { settings } = state.value;
  return (
    <>
      <div class="question">
        <ChooseSearch />
        {settings.length > 0 && (
          <button type="button" onClick={() => putBack()}>
            Put all back
          </button>
        )}
        <span class="quiet" role="status">
          {busy.value ? 'counting …' : found === undefined ? '' : `answered in ${Math.round(found.milliseconds)} ms`}
        </span>
      </div>
      <h1>Move a cut, see the answer</h1>
      {refused.value !== '' && (
        <p class="note changed-after-unblinding" role="alert">
          {refused.value}
        </p>
      )}
      {found === undefined || handle === undefined ? (
        <p class="quiet">The first time some decays are simulated; after that a moved cut takes a moment.</p>
      ) : (
        <>
          <Numbers found={found} />
          <div class="cuts">
            <PictureWithHandles found={found} handle={handle} />
            <Flow found={found} />
          </div>
          {!found.judged && settings.length > 0 && (
            <p class="note">
              These are not the frozen cuts of the search: nothing here is compared with the publication.
            </p>
          )}
          <p class="quiet" id="digest" data-digest={found.digest} data-events={found.events}>
            {found.events.toLocaleString('en')} decays {found.of === '' ? 'per sample' : found.of} · result{' '}
            {found.digest.slice(0, 12)}
          </p>
        </>
      )}
    </>
  );
};

export default CutsRoom;
