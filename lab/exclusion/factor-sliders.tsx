import { ask } from './now.ts';
import { factorsOf, withFactor } from './own-factors.ts';
import { plane } from './state.ts';

/** Decades that a slider spans to each side of one, and of a coupling's usual size. */
const DECADES = 3;

/** Sliders on what weighs the production of an own model: its document changes with them, nothing is simulated again. */
export const FactorSliders = () => {
  const { own } = plane();
  if (own === undefined) return null;
  const factors = factorsOf(own);
  return (
    <details class="editor" open={factors.length < 3}>
      <summary>Factors of the production ({factors.length})</summary>
      <div class="question">
        {factors.map(({ name, title, value }) => {
          const middle = name === 'coupling' ? -4 : 0;
          return (
            <label key={name} class="wide">
              <span>
                {title} {name === 'coupling' ? value.toExponential(2) : `× ${Number(value.toPrecision(3))}`}
              </span>
              <input
                type="range"
                min={middle - DECADES}
                max={middle + DECADES}
                step={0.02}
                value={Math.log10(value)}
                aria-valuetext={Number(value.toPrecision(3)).toString()}
                onInput={({ currentTarget: { valueAsNumber } }) =>
                  ask({ own: withFactor(own, name, Number((10 ** valueAsNumber).toPrecision(3))) })
                }
              />
            </label>
          );
        })}
      </div>
    </details>
  );
};
