// Contours behind a dump: yields at one mass for all lifetimes and mechanisms beside scalar C++ (-O3 -march=native) that throws one
// decay point per event and lifetime; then the whole command, 202 masses and 598 couplings (120 796 points), both channels, all
// mechanisms, 10⁵ decays a mass: from nothing, and again with other protons and couplings, beside bare Node.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { searches as registered } from '../searches/index.ts';
import type { Outline } from '../src/experiments/dump-experiment.ts';
import { hiddenModel } from '../src/interpretation/named-model.ts';
import type { LifetimeGrid } from '../src/modes/dump/chain/depth-histogram.ts';
import { type GriddedProduction, gridProduction } from '../src/modes/dump/chain/gridded-production.ts';
import { kinematicGrid } from '../src/modes/dump/chain/kinematic-grid.ts';
import type { DumpSetup } from '../src/modes/dump/chain/setup.ts';
import { massGrid, simulateDumpYields } from '../src/modes/dump/chain/yields.ts';
import { measure, printRatio } from './measure.ts';
import { referenceProgram } from './reference-program.ts';

const searches = [registered['dump-mumu'], registered['dump-ee']];
const DECAYS = 20_000;

const MASS = 0.3;

/** One mass of a search as the numbers that the C++ reads; `wanted` is the lifetime whose yield it says. */
function numbersOf(setup: DumpSetup, production: GriddedProduction, lifetimes: LifetimeGrid, wanted: number): string {
  const { source, decayVolume, pair, planes, search, experiment } = setup;
  const { momenta, angles } = kinematicGrid(source);
  const outline = ({ x = 0, y = 0, radius = 0, slabs = [] }: Outline): number[] => [
    ...[x, y, radius, slabs.length],
    ...slabs.flatMap(({ nx, ny, half }) => [nx, ny, half]),
  ];
  const { magnet } = experiment;
  return [
    ...[MASS, pair[0].mass, source.frontFace, source.interactionLength, source.length, source.x, source.y, source.spot],
    ...[source.theta, source.momentum.min, source.momentum.max, ...decayVolume],
    ...[search.selection.smallestMomentum.value, magnet?.z.value ?? 0, pair[0].charge * (magnet?.kick.value ?? 0)],
    ...[momenta, angles, lifetimes.count, lifetimes.logMin, lifetimes.step, wanted],
    ...[production.mechanisms.length, ...production.mechanisms.flatMap(({ density }) => [...density])],
    ...[
      planes.length,
      ...planes.flatMap(({ z, within, holes }) => [z, 1 + holes.length, ...[within, ...holes].flatMap(outline)]),
    ],
  ].join('\n');
}

const model = hiddenModel('dark-photon');
const OURS = 'one sample, all decay points';
const one = simulateDumpYields(model, searches.slice(0, 1), [MASS], { events: DECAYS });
const [lifetimes] = one.lifetimes;
const [found] = one.points[0].searches[0];
const accepted = found.accepted.subarray(0, lifetimes.count);
const most = accepted.indexOf(Math.max(...accepted));
const [setup] = one.setups;
const production = gridProduction(model, MASS, setup.target, kinematicGrid(setup.source));
let theirs = Number.NaN;
const PEER = 'C++, one decay point per event and lifetime';
const results = measure(
  [
    {
      name: OURS,
      run: () => {
        simulateDumpYields(model, searches.slice(0, 1), [MASS], { events: DECAYS, setups: one.setups.slice(0, 1) });
      },
    },
    ...referenceProgram(
      PEER,
      'dump-chain',
      [],
      [DECAYS, 1],
      (mean) => {
        theirs = mean;
      },
      numbersOf(setup, production, lifetimes, most),
    ),
  ],
  9,
);
const text = (x: number) => x.toPrecision(3);
const { length: mechanisms } = production.mechanisms;
console.log(`${DECAYS} decays at one mass, ${lifetimes.count} lifetimes, ${mechanisms} mechanisms`);
for (const { name, seconds } of results) console.log(`${name.padEnd(46)} ${text(1e3 * seconds).padStart(8)} CPU-ms`);
printRatio(results, OURS, PEER);
console.log(`accepted by the first mechanism where most is: ${text(accepted[most])}, theirs ${text(theirs)}`);
console.log('ours puts the mechanisms on their grid, keeps tracks apart, smears and selects besides; theirs does not');

const program = resolve('bin/spillway.js');
if (!existsSync(resolve('dist/src/cli/main.js'))) throw new Error('dist is missing: run npm run build first');
const cache = mkdtempSync(join(tmpdir(), 'spillway-bench-'));
const excluding = (...more: readonly string[]): number => {
  const asked = ['exclude', 'dark-photon', '--searches', 'dump-mumu,dump-ee', '--mass', '5MeV:800MeV:202'];
  const couplings = more.includes('--coupling') ? [] : ['--coupling', '1e-8:1e-3:598'];
  const from = performance.now();
  execFileSync(process.execPath, [program, ...asked, ...couplings, '--events', '1e5', '--json', '--force', ...more], {
    stdio: 'ignore',
    env: { ...process.env, SPILLWAY_CACHE: cache },
  });
  return (performance.now() - from) / 1000;
};
const first = excluding();
const again = measure(
  [
    { name: 'node, bare', seconds: () => wall(() => execFileSync(process.execPath, ['-e', '0'])) },
    { name: 'same question', seconds: () => excluding() },
    { name: 'other couplings', seconds: () => excluding('--coupling', '1e-7:1e-4:598') },
    { name: 'other protons', seconds: () => excluding('--pot', '1e18') },
  ],
  3,
);
rmSync(cache, { recursive: true, force: true });

const few = massGrid(0.01, 0.75, 6);
const before = process.cpuUsage();
simulateDumpYields(model, searches, few, { events: 100_000 });
const { user, system } = process.cpuUsage(before);
const perMass = ((user + system) * 1e-6) / few.length;
console.log(
  `\nwhole command from nothing, all cores: ${text(first)} s; every one of 227 masses would be ${text(227 * perMass)} CPU-s.`,
);
for (const { name, seconds } of again)
  console.log(`${name.padEnd(16)} ${seconds.toFixed(3)} s, ${text(first / seconds)} × quicker`);

function wall(run: () => void): number {
  const from = performance.now();
  run();
  return (performance.now() - from) / 1000;
}
