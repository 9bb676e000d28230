// The fit of 100 bins with 5 parameters (peak over a slope, Poisson): variable metric with and without a gradient, and a
// textbook simplex (Nelder, Mead 1965) of the same function as the naive twin.
import { exp, log } from '../src/math/elementary.ts';
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { type MinimisationProblem, minimise, minos } from '../src/statistics/minimise/index.ts';
import { measure } from './measure.ts';

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

/** Nelder and Mead's simplex until its values differ by less than 1e-9. */
function simplex(): number {
  const n = 5;
  const points = Array.from({ length: n + 1 }, (_, k) =>
    Array.from(problem.start, (x, i) => (i === k - 1 ? x + (problem.errors as number[])[i] : x)),
  ).map((x) => ({ x, f: value(x) }));
  for (let step = 0; step < 5000; step++) {
    points.sort((a, b) => a.f - b.f);
    if (points[n].f - points[0].f < 1e-9) break;
    const middle = Array.from({ length: n }, (_, i) => points.slice(0, n).reduce((sum, p) => sum + p.x[i] / n, 0));
    const at = (t: number) => {
      const x = middle.map((m, i) => m + t * (points[n].x[i] - m));
      return { x, f: value(x) };
    };
    let trial = at(-1);
    if (trial.f < points[0].f) {
      const further = at(-2);
      if (further.f < trial.f) trial = further;
    } else if (trial.f >= points[n - 1].f) {
      trial = at(trial.f < points[n].f ? -0.5 : 0.5);
      if (trial.f >= points[n].f) {
        for (let k = 1; k <= n; k++) {
          const x = points[k].x.map((p, i) => 0.5 * (p + points[0].x[i]));
          points[k] = { x, f: value(x) };
        }
        continue;
      }
    }
    points[n] = trial;
  }
  return points[0].f;
}

const repeats = 100;
const times = (run: () => void) => () => {
  for (let k = 0; k < repeats; k++) run();
};
const minimum = minimise(withGradient);
const results = measure([
  { name: 'fit, exact gradient', run: times(() => minimise(withGradient, { hesse: false, edm: 2e-4 })) },
  { name: 'fit and HESSE, exact gradient', run: times(() => minimise(withGradient)) },
  { name: 'fit, numerical gradient', run: times(() => minimise(problem, { hesse: false, edm: 2e-4 })) },
  { name: 'fit and HESSE, numerical gradient', run: times(() => minimise(problem)) },
  {
    name: 'fit, HESSE and MINOS of all, exact gradient',
    run: times(() => minos(withGradient, minimise(withGradient))),
  },
  { name: 'naive twin: simplex, no errors', run: times(() => simplex()) },
]);
const twin = results[results.length - 1].seconds;
console.log(`100 bins, 5 parameters; minimum ${minimum.value.toFixed(6)}, the twin's ${simplex().toFixed(6)}`);
for (const { name, seconds } of results) {
  const ms = ((seconds / repeats) * 1e3).toFixed(3).padStart(8);
  console.log(`${name.padEnd(46)} ${ms} ms ${(twin / seconds).toFixed(1).padStart(7)} times the twin's speed`);
}
console.log('aim: 0.5 ms for the fit');
