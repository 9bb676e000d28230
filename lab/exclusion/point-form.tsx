import { useSignal } from '@preact/signals';
import { askPoint, point } from './now.ts';

const number = (value: number): string => (value === 0 ? '0' : value.toPrecision(3));

/** One point of the plane: excluded or not, and why. */
export const PointForm = () => {
  const mass = useSignal('0.3');
  const coupling = useSignal('1e-6');
  const found = point.value;
  return (
    <section aria-label="One point">
      <h2>Is this point excluded?</h2>
      <form
        class="question"
        onSubmit={(event) => {
          event.preventDefault();
          void askPoint(Number(mass.value), Number(coupling.value));
        }}
      >
        <label>
          <span>Mass [GeV]</span>
          <input value={mass} inputMode="decimal" onInput={({ currentTarget }) => (mass.value = currentTarget.value)} />
        </label>
        <label>
          <span>Coupling</span>
          <input
            value={coupling}
            inputMode="decimal"
            onInput={({ currentTarget }) => (coupling.value = currentTarget.value)}
          />
        </label>
        <button type="submit">Ask</button>
      </form>
      {found !== undefined && (
        <div aria-live="polite">
          <p class="sentence">
            {found.mass} GeV, {found.coupling.toExponential(1)}: <b>{found.excluded ? 'excluded' : 'not excluded'}</b>,
            CL
            <sub>s</sub> {number(found.cls)}
          </p>
          {found.experiments.map((one) => (
            <p key={one.experiment}>
              {one.experiment}: {number(one.expected)} events expected, {number(one.allowed)} allowed (
              {one.searches.join(', ')}; counted {one.counts.map(number).join(', ')})
            </p>
          ))}
          <div class="table">
            <table>
              <caption>Events expected, factor by factor</caption>
              <tbody>
                {found.factors.map((factors) => (
                  <tr key={factors.search + JSON.stringify(factors)}>
                    <th scope="row">{factors.search}</th>
                    {Object.entries(factors)
                      .filter(([key, value]) => key !== 'search' && typeof value === 'number')
                      .map(([key, value]) => (
                        <td key={key}>
                          <span class="quiet">{key}</span> {number(value as number)}
                        </td>
                      ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </section>
  );
};
