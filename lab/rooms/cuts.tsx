import { useEffect } from 'preact/hooks';
import type { CutAnswer, Step } from '../cuts/desk.ts';
import { HandleView } from '../cuts/handle-view.tsx';
import type { Handle } from '../cuts/handles.ts';
import { answer, busy, first, follow, moveEdge, putBack, refused, shown, stepOf } from '../cuts/now.ts';
import { state } from '../now.ts';
import { Drawing } from '../parts/picture.tsx';
import { Rich } from '../parts/rich.tsx';
import { ChooseSearch, useSearches } from '../search/choose-search.tsx';

const short = (value: number | null): string => (value === null ? '–' : value.toPrecision(3));
const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toPrecision(3)} %`);

/** A number and what it was before anything was moved. */
const Number_ = ({
  title,
  now,
  before,
}: {
  readonly title: string;
  readonly now: string;
  readonly before: string | undefined;
}) => (
  <div class="number-card">
    <span class="quiet">{title}</span>
    <b>{now}</b>
    {before !== undefined && before !== now && <span class="quiet">was {before}</span>}
  </div>
);

const Numbers = ({ found }: { readonly found: CutAnswer }) => {
  const before = first.value;
  const shownOf = (one: CutAnswer | undefined, of: (answer: CutAnswer) => string) =>
    one === undefined ? undefined : of(one);
  const lines: readonly (readonly [string, (one: CutAnswer) => string])[] = [
    ['Expected limit', (one) => short(one.limit)],
    ['Single-event sensitivity', (one) => short(one.ses.value)],
    ['Background in the box', (one) => `${short(one.background.value)} ± ${short(one.background.error)}`],
  ];
  return (
    <div class="numbers" aria-live="polite">
      {lines.map(([title, of]) => (
        <Number_ key={title} title={title} now={of(found)} before={shownOf(before, of)} />
      ))}
    </div>
  );
};

const PictureWithHandles = ({ found, handle }: { readonly found: CutAnswer; readonly handle: Handle }) => (
  <figure>
    <div class="on-picture">
      <Drawing svg={found.picture.svg} />
      {handle.edges.map((edge) => (
        <HandleView key={edge.path} edge={edge} axis={handle.axis} frame={found.picture.frame} name={handle.name} />
      ))}
    </div>
    <figcaption>
      {handle.kind === 'cut' ? 'Everything that passes all other cuts. ' : 'The discriminant. '}
      Drag an edge, or move it with the arrow keys. {handle.source !== '' && `Source: ${handle.source}`}
    </figcaption>
  </figure>
);

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
          step={stepOf(handle.axis)}
          value={Number(edge.value.toPrecision(6))}
          onChange={({ currentTarget: { valueAsNumber } }) => {
            if (Number.isFinite(valueAsNumber)) moveEdge(edge, handle.axis, valueAsNumber);
          }}
        />
      </label>
    ))}{' '}
    {handle.axis.unit === '1' ? '' : handle.axis.unit}
  </span>
);

const Flow = ({ found }: { readonly found: CutAnswer }) => {
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
        <td class="number">{step === undefined ? '' : percent(step.efficiency)}</td>
        <td class="number">{step === undefined ? '' : percent(step.alone)}</td>
        <td class="number">{step === undefined ? '' : short(step.background)}</td>
      </tr>
    );
  };
  return (
    <div class="table">
      <table>
        <caption>Cut-flow of the signal; N − 1 is the efficiency of a cut when all others are applied</caption>
        <thead>
          <tr>
            <th scope="col">cut</th>
            <th scope="col">edges</th>
            <th scope="col" class="number">
              signal left
            </th>
            <th scope="col" class="number">
              N − 1
            </th>
            <th scope="col" class="number">
              background left
            </th>
          </tr>
        </thead>
        <tbody>
          {found.steps.map((step) => line(step.name, step))}
          {found.handles.filter(({ kind }) => kind === 'region').map(({ name }) => line(name, undefined))}
        </tbody>
      </table>
    </div>
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
        <ChooseSearch only="kaon" />
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
        <p class="quiet">
          The first time, {'16 384'} decays of each sample are simulated; after that a moved cut takes a moment.
        </p>
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
            {found.events.toLocaleString('en')} decays per sample · result {found.digest.slice(0, 12)}
          </p>
        </>
      )}
    </>
  );
};

export default CutsRoom;
