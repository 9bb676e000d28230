import { useEffect } from 'preact/hooks';
import { answer, ask, far, follow, models, refused } from '../exclusion/now.ts';
import { OwnModelEditor } from '../exclusion/own-model-editor.tsx';
import { PointForm } from '../exclusion/point-form.tsx';
import { plane } from '../exclusion/state.ts';
import { Drawing } from '../parts/picture.tsx';
import { save } from '../parts/save.ts';
import { Strip } from '../parts/strip.tsx';
import { useSearches } from '../search/choose-search.tsx';
import { listed } from '../search/now.ts';

const DECADES = { from: 15, to: 21 } as const;

const Searches = () => {
  const { searches } = plane();
  const able = listed.value.filter(({ kind }) => kind === 'dump');
  return (
    <fieldset>
      <legend>Searches</legend>
      {able.map(({ id, channel }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={searches.includes(id)}
            onChange={({ currentTarget: { checked } }) => {
              const next = checked ? [...searches, id] : searches.filter((one) => one !== id);
              if (next.length > 0) ask({ searches: next });
            }}
          />{' '}
          {channel} <span class="quiet">({id})</span>
        </label>
      ))}
    </fieldset>
  );
};

const Sliders = () => {
  const { model, own, protons, production, band } = plane();
  const found = models.value.find(({ id }) => id === model);
  const shown = protons ?? answer.value?.protons ?? 1.4e17;
  return (
    <div class="question">
      <label>
        <span>Model</span>
        <select
          value={own === undefined ? model : ''}
          onChange={({ currentTarget: { value } }) => ask({ model: value, own: undefined, production: undefined })}
        >
          {own !== undefined && <option value="">your own</option>}
          {models.value.map(({ id, title, symbol }) => (
            <option key={id} value={id}>
              {title} {symbol}
            </option>
          ))}
        </select>
      </label>
      <label class="wide">
        <span>
          Protons on target: {shown.toExponential(2)}{' '}
          {protons === undefined ? '(those of the counts)' : '(a projection)'}
        </span>
        <input
          type="range"
          min={DECADES.from}
          max={DECADES.to}
          step={0.02}
          value={Math.log10(shown)}
          aria-valuetext={`${shown.toExponential(2)} protons`}
          onInput={({ currentTarget: { valueAsNumber } }) => ask({ protons: 10 ** valueAsNumber })}
        />
      </label>
      {protons !== undefined && (
        <button type="button" onClick={() => ask({ protons: undefined })}>
          As counted
        </button>
      )}
      {own === undefined && found !== undefined && found.productions.length > 1 && (
        <label>
          <span>Production</span>
          <select
            value={production ?? found.usual}
            onChange={({ currentTarget: { value } }) => ask({ production: value === found.usual ? undefined : value })}
          >
            {found.productions.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <label class="tick">
        <input type="checkbox" checked={band} onChange={({ currentTarget: { checked } }) => ask({ band: checked })} />{' '}
        band of production sets
      </label>
    </div>
  );
};

const ExclusionRoom = () => {
  useSearches();
  useEffect(() => follow(), []);
  const found = answer.value;
  const under = far.value;
  return (
    <>
      <h1>What is excluded</h1>
      <Sliders />
      {under !== undefined && under.eventsDone < under.eventsTotal && (
        <Strip
          done={under.eventsDone}
          total={under.eventsTotal}
          secondsLeft={under.secondsLeft}
          what="Simulating masses"
        />
      )}
      {refused.value !== '' && (
        <p class="note changed-after-unblinding" role="alert">
          {refused.value}
        </p>
      )}
      <div class="exclusion">
        <div>
          {found !== undefined && (
            <>
              <p class="sentence" aria-live="polite">
                {found.says}
              </p>
              <figure id="plane" data-milliseconds={found.milliseconds} data-refined={found.refined}>
                <Drawing svg={found.svg} />
              </figure>
              <p class="question">
                <button type="button" onClick={() => save('exclusion.svg', found.svg, 'image/svg+xml')}>
                  Save the picture
                </button>
                <button type="button" onClick={() => save('exclusion-figure.json', found.figure)}>
                  its data
                </button>
                <button type="button" onClick={() => save('exclusion.json', found.json)}>
                  the contours
                </button>
              </p>
              <details>
                <summary>What is taken for granted ({found.assumptions.length})</summary>
                <ul>
                  {found.assumptions.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </details>
            </>
          )}
        </div>
        <div>
          <PointForm />
          <Searches />
          <OwnModelEditor />
        </div>
      </div>
    </>
  );
};

export default ExclusionRoom;
