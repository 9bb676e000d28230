// Fit, HESSE and MINOS of all parameters beside iminuit's, in the same run: 100 bins, 5 parameters, both with numerical
// gradients, ours in TypeScript, iminuit's on numpy. Needs a python3 with iminuit (Debian: python3-iminuit), and says so
// when there is none.
import { spawnSync } from 'node:child_process';
import { exp, log } from '../src/math/elementary.ts';
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { type MinimisationProblem, minimise, minos } from '../src/statistics/minimise/index.ts';
import { measure } from './measure.ts';

const bins = 100;
const repeats = 20;
const random = new EventRandom(streamKey(3, 'minimise bench'));
random.start(0);
const mu = (x: ArrayLike<number>, i: number): number => {
  const t = (i + 0.5) / bins;
  const z = (t - x[1]) / x[2];
  return (x[0] * (0.3989422804014327 / x[2]) * exp(-0.5 * z * z) + x[3] * (1 + x[4] * (t - 0.5))) / bins;
};
const counts = Array.from({ length: bins }, (_, i) => {
  const mean = mu([300, 0.45, 0.06, 1200, -0.8], i);
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
});
const problem = {
  names: ['yield', 'mean', 'width', 'background', 'slope'],
  start: [200, 0.5, 0.08, 1000, 0],
  errors: [30, 0.02, 0.01, 50, 0.1],
  lower: [0, 0, 0.005, 0, -2],
  upper: [1e5, 1, 1, 1e6, 2],
  value: (x) => {
    let sum = 0;
    for (let i = 0; i < bins; i++) {
      const m = mu(x, i);
      if (!(m > 0)) return Number.POSITIVE_INFINITY;
      sum += 2 * (m - counts[i] - (counts[i] > 0 ? counts[i] * log(m / counts[i]) : 0));
    }
    return sum;
  },
} satisfies MinimisationProblem;

const { start, errors, lower, upper } = problem;
const input = JSON.stringify({ counts, start, errors, lower, upper, repeats });
const pythons = ['python3', '/usr/bin/python3'];
const runs = pythons.map((python) =>
  spawnSync(python, ['bench/reference/iminuit-fit.py'], { input, encoding: 'utf8', timeout: 60_000 }),
);
const run = runs.find(({ status }) => status === 0);
if (run === undefined) console.log('No python3 here has iminuit (Debian: python3-iminuit): nothing to compare with.');
else {
  const theirs = JSON.parse(run.stdout) as { hesse: number; minos: number; value: number; errors: [number, number][] };
  const times = (once: () => void) => () => {
    for (let k = 0; k < repeats; k++) once();
  };
  const ours = measure([
    { name: 'fit and HESSE', run: times(() => minimise(problem)) },
    { name: 'fit, HESSE and MINOS of all', run: times(() => minos(problem, minimise(problem))) },
  ]);
  const minimum = minimise(problem);
  const mine = minos(problem, minimum);
  const apart = mine.map(({ lower: low, upper: up }, k) =>
    Math.max(Math.abs(low / theirs.errors[k][0] - 1), Math.abs(up / theirs.errors[k][1] - 1)),
  );
  console.log(`minimum ${minimum.value.toFixed(6)}, iminuit's ${theirs.value.toFixed(6)}`);
  console.log(`MINOS errors apart by ${(100 * Math.max(...apart)).toFixed(3)} % at most`);
  for (const [k, { name, seconds }] of ours.entries()) {
    const [a, b] = [seconds / repeats, k === 0 ? theirs.hesse : theirs.minos];
    const ms = (x: number): string => `${(1e3 * x).toFixed(2)} ms`;
    console.log(`${name.padEnd(30)} ${ms(a)}, iminuit ${ms(b)}: ${(b / a).toFixed(1)} times as fast`);
  }
}
