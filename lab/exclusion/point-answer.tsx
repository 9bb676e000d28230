import { Scrolling } from '../parts/scrolling.tsx';
import type { PointAnswer } from './desk.ts';

const number = (value: number): string => (value === 0 ? '0' : value.toPrecision(3));

/** A name of the library in words: 'finalState' is 'final state'. */
const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

type OfDump = Extract<PointAnswer, { readonly factors: unknown }>;
type Together = Extract<PointAnswer, { readonly scans: unknown }>;

const Experiments = ({ experiments }: Pick<OfDump, 'experiments'>) => (
  <>
    {experiments.map((one) => (
      <p key={one.experiment}>
        {one.experiment}: {number(one.expected)} events expected, {number(one.allowed)} allowed (
        {one.searches.join(', ')}; counted {one.counts.map(number).join(', ')})
      </p>
    ))}
  </>
);

/** The product that the expected events of a search are, factor by factor. */
const Factors = ({ factors }: Pick<OfDump, 'factors'>) => (
  <>
    {factors.map(({ search, state, factors: product, total, ctau }) => {
      let left = 1;
      return (
        <Scrolling key={search + state} name={`Factors of ${search}, ${state}`}>
          <table>
            <caption>
              {search}, {state}: {number(total)} events expected, cτ {number(ctau)} m
            </caption>
            <thead>
              <tr>
                <th scope="col">factor</th>
                <th scope="col" class="number">
                  value
                </th>
                <th scope="col" class="number">
                  product
                </th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(product).map(([name, factor]) => {
                left *= factor;
                return (
                  <tr key={name}>
                    <th scope="row">{wordsOf(name)}</th>
                    <td class="number">{number(factor)}</td>
                    <td class="number">{number(left)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scrolling>
      );
    })}
  </>
);

const Scans = ({ scans, dump, combined }: Together) => (
  <>
    {scans.map((one) => (
      <p key={one.search}>
        {one.search}: {number(one.expected)} events expected in the window at {number(one.hypothesis)} GeV, counted{' '}
        {number(one.count)} ({one.counted}), background {number(one.background.value)}; CL<sub>s</sub> {number(one.cls)}
        {one.decays === 'other' && ', for other decays than the model’s'}
      </p>
    ))}
    {dump !== null && <Experiments experiments={dump.experiments} />}
    {combined !== null && (
      <p>
        {combined.searches.join(', ')} in one likelihood: CL<sub>s</sub> {number(combined.cls)}
      </p>
    )}
    {dump !== null && <Factors factors={dump.factors} />}
  </>
);

/** What is said of a point: excluded or not, and why. */
export const PointSaid = ({ found }: { readonly found: PointAnswer }) => (
  <div aria-live="polite" id="point" data-excluded={found.excluded}>
    <p class="sentence">
      {found.mass} GeV, {found.coupling.toExponential(2)}: <b>{found.excluded ? 'excluded' : 'not excluded'}</b>, CL
      <sub>s</sub> {number(found.cls)}
    </p>
    {'scans' in found ? (
      <Scans {...found} />
    ) : (
      <>
        <Experiments experiments={found.experiments} />
        <Factors factors={found.factors} />
      </>
    )}
  </div>
);
