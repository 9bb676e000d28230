// The fit of 100 bins with 5 parameters (peak over a slope, Poisson): variable metric with and without a gradient, beside
// iminuit and scipy with the exact gradient in numpy, in the same run. MINOS beside iminuit's is in iminuit.bench.ts. Needs a
// python3 with iminuit and scipy (Debian: python3-iminuit, python3-scipy).
import { exp, log } from '../src/math/elementary.ts';
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { type MinimisationProblem, minimise, minos } from '../src/statistics/minimise/index.ts';
import { measure, printRatio } from './measure.ts';
import { referencePython } from './reference-python.ts';

const bins = 100;
const random = new EventRandom(streamKey(3, 'minimise bench'));
random.start(0);
const truth = [300, 0.45, 0.06, 1200, -0.8];
const centre = (i: number): number => (i + 0.5) / bins;
const mu = (x: ArrayLike<number>, i: number): number => {
  const z = (centre(i) - x[1]) / x[2];
  return (x[0] * (0.3989422804014327 / x[2]) * exp(-0.5 * z * z) + x[3] * (1 + x[4] * (centre(i) - 0.5))) / bins;
};
const counts = Float64Array.from({ length: bins }, (_, i) => {
  const mean = mu(truth, i);
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
});
const value = (x: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < bins; i++) {
    const m = mu(x, i);
    if (!(m > 0)) return Number.POSITIVE_INFINITY;
    sum += 2 * (m - counts[i] - (counts[i] > 0 ? counts[i] * log(m / counts[i]) : 0));
  }
  return sum;
};
const gradient = (x: Float64Array, out: Float64Array): void => {
  out.fill(0);
  for (let i = 0; i < bins; i++) {
    const t = centre(i);
    const z = (t - x[1]) / x[2];
    const unit = ((0.3989422804014327 / x[2]) * exp(-0.5 * z * z)) / bins;
    const line = (1 + x[4] * (t - 0.5)) / bins;
    const weight = 2 * (1 - counts[i] / (x[0] * unit + x[3] * line));
    out[0] += weight * unit;
    out[1] += (weight * x[0] * unit * z) / x[2];
    out[2] += (weight * x[0] * unit * (z * z - 1)) / x[2];
    out[3] += weight * line;
    out[4] += (weight * x[3] * (t - 0.5)) / bins;
  }
};
const problem: MinimisationProblem = {
  names: ['yield', 'mean', 'width', 'background', 'slope'],
  start: [200, 0.5, 0.08, 1000, 0],
  errors: [30, 0.02, 0.01, 50, 0.1],
  lower: [0, 0, 0.005, 0, -2],
  upper: [1e5, 1, 1, 1e6, 2],
  value,
};
const withGradient: MinimisationProblem = { ...problem, gradient };

const repeats = 100;
const times = (run: () => void) => () => {
  for (let k = 0; k < repeats; k++) run();
};
const minimum = minimise(withGradient);
const { start, errors, lower, upper } = problem;
const input = { counts: [...counts], start, errors, lower, upper, repeats };
const PEERS = [
  { name: 'iminuit: MIGRAD', task: 'migrad', modules: ['iminuit'] },
  { name: 'iminuit: MIGRAD, HESSE', task: 'hesse', modules: ['iminuit'] },
  { name: 'scipy: L-BFGS-B', task: 'scipy', modules: ['scipy.optimize'] },
];
const theirs: Record<string, number> = {};
const results = measure([
  { name: 'fit, exact gradient', run: times(() => minimise(withGradient, { hesse: false, edm: 2e-4 })) },
  { name: 'fit and HESSE, exact gradient', run: times(() => minimise(withGradient)) },
  { name: 'fit, numerical gradient', run: times(() => minimise(problem, { hesse: false, edm: 2e-4 })) },
  { name: 'fit and HESSE, numerical gradient', run: times(() => minimise(problem)) },
  {
    name: 'fit, HESSE and MINOS of all, exact gradient',
    run: times(() => minos(withGradient, minimise(withGradient))),
  },
  ...PEERS.flatMap(({ name, task, modules }) =>
    referencePython(name, 'peak-fit', modules, { ...input, task }, (found: number) => {
      theirs[name] = found;
    }),
  ),
]);
for (const { name, seconds } of results)
  console.log(`${name.padEnd(46)} ${((seconds / repeats) * 1e3).toFixed(3).padStart(8)} ms`);
printRatio(results, 'fit, exact gradient', 'iminuit: MIGRAD');
printRatio(results, 'fit, exact gradient', 'scipy: L-BFGS-B');
printRatio(results, 'fit and HESSE, exact gradient', 'iminuit: MIGRAD, HESSE');
console.log(`100 bins, 5 parameters; minimum ${minimum.value.toFixed(6)}, theirs ${JSON.stringify(theirs)}`);
console.log('aim: 0.5 ms for the fit');
