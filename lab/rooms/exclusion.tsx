import { useEffect } from 'preact/hooks';
import { FactorSliders } from '../exclusion/factor-sliders.tsx';
import { answer, ask, drawing, far, follow, models, refused, searchesFor, withKaons } from '../exclusion/now.ts';
import { OwnModelEditor } from '../exclusion/own-model-editor.tsx';
import { PointForm } from '../exclusion/point-form.tsx';
import { PointPicker } from '../exclusion/point-picker.tsx';
import { plane } from '../exclusion/state.ts';
import { Drawing } from '../parts/picture.tsx';
import { pngOf } from '../parts/picture-file.ts';
import { save } from '../parts/save.ts';
import { Strip } from '../parts/strip.tsx';
import { useSearches } from '../search/choose-search.tsx';
import { listed } from '../search/now.ts';

const DECADES = { from: 15, to: 21 } as const;

/** The searches that may be asked: those behind a dump, and kaon searches that say something of the model. */
const Searches = () => {
  const { searches, model, own } = plane();
  const kaons = own === undefined ? (models.value.find(({ id }) => id === model)?.kaons ?? []) : [];
  const able = listed.value.filter(({ kind, id }) => kind === 'dump' || kaons.includes(id));
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

const Protons = () => {
  const { protons } = plane();
  const shown = protons ?? answer.value?.protons ?? 1.4e17;
  return (
    <>
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
    </>
  );
};

/** Kaons and protons together: times what was taken. Worked out in seconds, so when it is let go. */
const Exposure = () => {
  const { exposure } = plane();
  return (
    <label>
      <span>Exposure</span>
      <select value={String(exposure)} onChange={({ currentTarget: { value } }) => ask({ exposure: Number(value) })}>
        {[...new Set([1, 2, 5, 10, 30, 100, exposure])].map((times) => (
          <option key={times} value={String(times)}>
            {times === 1 ? 'as counted' : `× ${times} (a projection)`}
          </option>
        ))}
      </select>
    </label>
  );
};

const LINES = { both: 'observed and expected', observed: 'observed', expected: 'expected' } as const;

const Sliders = () => {
  const { model, own, production, band, lines } = plane();
  const found = models.value.find(({ id }) => id === model);
  return (
    <div class="question">
      <label>
        <span>Model</span>
        <select
          value={own === undefined ? model : ''}
          onChange={({ currentTarget: { value } }) =>
            ask({ model: value, own: undefined, production: undefined, searches: searchesFor(value) })
          }
        >
          {own !== undefined && <option value="">your own</option>}
          {models.value.map(({ id, title, symbol }) => (
            <option key={id} value={id}>
              {title} {symbol}
            </option>
          ))}
        </select>
      </label>
      {withKaons.value ? <Exposure /> : <Protons />}
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
      <label>
        <span>Contours</span>
        <select value={lines} onChange={({ currentTarget: { value } }) => ask({ lines: value as keyof typeof LINES })}>
          {Object.entries(LINES).map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {!withKaons.value && (
        <label class="tick">
          <input type="checkbox" checked={band} onChange={({ currentTarget: { checked } }) => ask({ band: checked })} />{' '}
          band of production sets
        </label>
      )}
    </div>
  );
};

const ExclusionRoom = () => {
  useSearches();
  useEffect(() => follow(), []);
  const found = answer.value;
  return (
    <>
      <h1>What is excluded</h1>
      <Sliders />
      <FactorSliders />
      <Strip far={far} what={() => 'Simulating masses'} />
      {drawing.value && withKaons.value && (
        <p class="quiet" role="status">
          Scanning, and working out the regions: some seconds …
        </p>
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
              <figure
                id="plane"
                data-milliseconds={found.milliseconds}
                data-refined={found.refined}
                data-kind={found.kind}
              >
                <div class="on-picture">
                  <Drawing svg={found.svg} />
                  {found.frame !== undefined && <PointPicker frame={found.frame} />}
                </div>
                <figcaption>Point at a mass and a coupling to ask whether it is excluded.</figcaption>
              </figure>
              <p class="question">
                <button type="button" onClick={() => save('exclusion.svg', found.svg, 'image/svg+xml')}>
                  Save the picture
                </button>
                <button type="button" onClick={async () => save('exclusion.png', await pngOf(found.svg))}>
                  as PNG
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
