// Coverage of the counting limits: how often the interval of each method holds the true signal. Writes
// docs/statistics/coverage.svg (background known) and prints the tables of docs/statistics/which-method.md. Needs
// `npm run build`; takes about a minute. Sums over counts, and over measured backgrounds where they are uncertain.
import { writeFileSync } from 'node:fs';
import { gaussLegendre } from '../dist/src/math/quadrature.js';
import { normalPdf, poissonPmf } from '../dist/src/math/special/index.js';
import { drawFigure } from '../dist/src/plots/index.js';
import { countingLimit } from '../dist/src/statistics/counting/index.js';

const LEVEL = 0.9;
const methods = [
  ['CLs', { method: 'cls' }],
  ['Feldman–Cousins', { method: 'feldman-cousins' }],
  ['Rolke–López–Conrad', { method: 'rolke' }],
  ['asymptotic profile', { method: 'profile' }],
  ['Bayes, Jeffreys', { method: 'bayes', prior: 'jeffreys' }],
];

/** Intervals for counts 0…most over a background measured as `background`. */
function intervals(options, background, backgroundError, most) {
  return Array.from(
    { length: most + 1 },
    (_, observed) =>
      countingLimit({ ...options, observed, background, backgroundError, level: LEVEL, expected: false }).signalEvents
        .interval,
  );
}

function coverage(table, s, b) {
  let sum = 0;
  for (const [n, [lower, upper]] of table.entries()) if (lower <= s && s <= upper) sum += poissonPmf(n, s + b);
  return sum;
}

const b = 1.07;
const x = Array.from({ length: 401 }, (_, i) => 0.02 * i);
writeFileSync(
  new URL('../docs/statistics/coverage.svg', import.meta.url),
  drawFigure({
    kind: 'curves',
    title: 'Coverage of 90 % limits',
    description: 'Probability that the interval of each method holds the true signal, against that signal.',
    sublabel: '90 % level, background 1.07 known exactly',
    x: { label: 'true signal events' },
    y: { label: 'coverage', range: [0.75, 1.15] },
    curves: methods.map(([name, options]) => {
      const table = intervals(options, b, 0, 40);
      return { name, x, y: x.map((s) => coverage(table, s, b)) };
    }),
    levels: [{ y: LEVEL, label: 'nominal' }],
  }),
);

function report(title, of) {
  const signals = [0.5, 1, 2, 4, 8];
  console.log(`\n${title}\n| method | b | ${signals.map((s) => `s = ${s}`).join(' | ')} |`);
  console.log(`|---|---|${signals.map(() => '---').join('|')}|`);
  for (const [name, options] of methods) {
    for (const background of [0.26, 0.92, 3]) {
      const row = of(options, background, signals);
      console.log(`| ${name} | ${background} | ${row.map((c) => c.toFixed(3)).join(' | ')} |`);
    }
  }
}

report('Background known', (options, background, signals) => {
  const table = intervals(options, background, 0, 45);
  return signals.map((s) => coverage(table, s, background));
});

report('Background measured with a Gaussian error of 30 %', (options, background, signals) => {
  const { nodes, weights } = gaussLegendre(20);
  const sums = signals.map(() => 0);
  let all = 0;
  for (const [i, node] of nodes.entries()) {
    const z = 3.2 * node;
    const weight = weights[i] * normalPdf(z);
    const table = intervals(options, background * (1 + 0.3 * z), 0.3 * background, 28);
    all += weight;
    for (const [k, s] of signals.entries()) sums[k] += weight * coverage(table, s, background);
  }
  return sums.map((sum) => sum / all);
});
