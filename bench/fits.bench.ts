// A fit of two form-factor parameters to reweighted simulation: polynomial templates with their gradient beside iminuit on the
// same templates in numpy, in the same run; with the templates' own error; pseudo-experiments, which reuse the templates.
// Needs a python3 with iminuit (Debian: python3-iminuit).
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { formFactorFit, formFactorPseudoExperiments, PolynomialTemplate } from '../src/statistics/index.ts';
import { measure, per, printRates, printRatio } from './measure.ts';
import { referencePython } from './reference-python.ts';

const bins = 20;
const events = 100_000;
const monomials = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
];

// A rate |f(z) + a + b z|², as six pieces per event.
const random = new EventRandom(streamKey(1, 'fits bench'));
const pieces = Array.from({ length: 6 }, () => new Float64Array(events));
const bin = new Int32Array(events);
const row = new Float64Array(6);
const templates = monomials.map(() => new Float64Array(bins));
const signal = PolynomialTemplate.empty(['a', 'b'], monomials, bins);
for (let event = 0; event < events; event++) {
  random.start(event);
  const z = random.uniform();
  const f = 0.35 - 0.6 * z * z + 0.5 * z * z * z;
  const size = (0.1 * (1 - z) * Math.sqrt(1 - z) * (0.2 + z) * 1e5) / events;
  row.set([f * f, 2 * f, 2 * f * z, 1, 2 * z, z * z].map((x) => x * size));
  bin[event] = Math.min(bins - 1, Math.floor(bins * Math.max(0, z + 0.01 * random.normal())));
  row.forEach((x, k) => {
    pieces[k][event] = x;
  });
  signal.fill(bin[event], row);
  row.forEach((x, k) => {
    templates[k][bin[event]] += x;
  });
}
const truth = { a: -0.6, b: -0.7 };
const observed = new Float64Array(bins);
signal.evaluate([truth.a, truth.b], observed);
for (let i = 0; i < bins; i++) observed[i] = Math.round(observed[i]);

const parameters = { a: { start: -0.5 }, b: { start: -0.5 } };
const repeats = 100;
const PEER = 'iminuit on numpy';
let theirs: readonly number[] = [];
const input = { observed: [...observed], templates: templates.map((one) => [...one]), start: [-0.5, -0.5], repeats };
const results = measure(
  [
    {
      name: 'polynomial templates',
      run: () => {
        for (let k = 0; k < repeats; k++) formFactorFit({ observed, signal, statistic: 'poisson', parameters });
      },
    },
    {
      name: 'templates with their own statistical error',
      run: () => {
        for (let k = 0; k < repeats; k++) formFactorFit({ observed, signal, parameters });
      },
    },
    {
      name: 'pseudo-experiments, values and HESSE errors',
      run: () => {
        formFactorPseudoExperiments({ signal, statistic: 'poisson' }, truth, { experiments: repeats, seed: 1 });
      },
    },
    ...referencePython(PEER, 'form-factor-fit', ['iminuit'], input, (values: readonly number[]) => {
      theirs = values;
    }),
  ],
  7,
);
const perFit = results.map((result) => per(result, repeats));

const plain = Array.from({ length: 6 }, () => new Float64Array(bins));
const filling = measure(
  [
    {
      name: 'filling values and squares',
      run: () => {
        const filled = PolynomialTemplate.empty(['a', 'b'], monomials, bins);
        for (let e = 0; e < events; e++) {
          for (let k = 0; k < 6; k++) row[k] = pieces[k][e];
          filled.fill(bin[e], row);
        }
      },
    },
    {
      name: 'filling six plain histograms',
      run: () => {
        for (let e = 0; e < events; e++) for (let k = 0; k < 6; k++) plain[k][bin[e]] += pieces[k][e];
      },
    },
  ],
  5,
);
printRates(filling, events, 'events', 'filling six plain histograms');
console.log(`${bins} bins, two parameters, HESSE and MINOS, ${events} simulated events`);
for (const { name, seconds } of perFit) console.log(`${name.padEnd(46)} ${(1e3 * seconds).toFixed(3).padStart(10)} ms`);
printRatio(perFit, 'polynomial templates', PEER);
const { parameters: found } = formFactorFit({ observed, signal, statistic: 'poisson', parameters });
console.log(`a, b: ${found.map(({ value }) => value).join(', ')}; iminuit ${theirs.join(', ')}`);
