// Contours behind a dump: one sample for all lifetimes and mechanisms beside a naive twin that throws a decay point and
// follows two tracks for one lifetime and one mechanism at a time; then the whole command, 202 masses and 598 couplings (120 796
// points), both channels, all mechanisms, 10⁵ decays a mass: from nothing, and again with other protons and couplings.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { searches as registered } from '../searches/index.ts';
import { hiddenModel } from '../src/interpretation/named-model.ts';
import { exp, log } from '../src/math/elementary.ts';
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { dumpSetup } from '../src/modes/dump/chain/setup.ts';
import { massGrid, simulateDumpYields } from '../src/modes/dump/chain/yields.ts';
import { allocateDumpBlock, DumpDecays } from '../src/stages/generation/dump-decays.ts';
import { TrackPath } from '../src/stages/simulation/track-path.ts';
import { measure, ratioOf } from './measure.ts';

const searches = [registered['dump-mumu'], registered['dump-ee']];
const DECAYS = 20_000;

/** Accepted share of decays of one lifetime, vertex by vertex. */
function naive(mass: number, events: number): number {
  const setup = dumpSetup(searches[0]);
  const block = allocateDumpBlock(1024);
  const generator = new DumpDecays(setup.source, mass, { first: setup.pair[0].mass, second: setup.pair[1].mass }, 1024);
  const random = new EventRandom(streamKey(1, 'naive'));
  const path = new TrackPath(1);
  const [from, to] = setup.decayVolume;
  const planes = [...setup.planes].reverse();
  let sum = 0;
  for (let first = 0; first < events; first += 1024) {
    const count = Math.min(1024, events - first);
    generator.fill(streamKey(1, 'naive kinematics'), first, count, block);
    for (let i = 0; i < count; i++) {
      random.start(first + i);
      const length = (1 * block.pz[i]) / mass;
      const whole = 1 - exp(-(to - from) / length);
      const z = from - length * log(1 - random.uniform() * whole);
      let passes = true;
      for (const [product, charge] of [
        [block.first, 1],
        [block.second, -1],
      ] as const) {
        const x = block.x[i] + block.slopeX[i] * (z - block.z[i]);
        const y = block.y[i] + block.slopeY[i] * (z - block.z[i]);
        path.start(x, y, z, product.px[i], product.py[i], product.pz[i]);
        let kicked = false;
        for (const plane of planes) {
          if (!kicked && plane.z > 197) {
            path.advance(197);
            path.kick(-0.27 * charge);
            kicked = true;
          }
          path.advance(plane.z);
          const r2 = path.x * path.x + path.y * path.y;
          const outer = plane.within.radius ?? 1.2;
          if (!(path.pz > 0) || r2 > outer * outer || r2 < 0.01) {
            passes = false;
            break;
          }
        }
        if (!passes) break;
      }
      if (passes) sum += whole * exp(-(from - block.z[i]) / length);
    }
  }
  return sum / events;
}

const model = hiddenModel('dark-photon');
const one = simulateDumpYields(model, searches.slice(0, 1), [0.3], { events: DECAYS });
const lifetimes = one.lifetimes[0].count;
const mechanisms = one.points[0].mechanisms[0].length;
const [all, naively] = measure(
  [
    {
      name: 'one sample for all',
      run: () => simulateDumpYields(model, searches.slice(0, 1), [0.3], { events: DECAYS }),
    },
    { name: 'naive twin, one lifetime and mechanism', run: () => naive(0.3, DECAYS) },
  ],
  9,
);
const each = ratioOf(all, naively);
const text = (x: number) => x.toPrecision(3);
console.log(
  `${DECAYS} decays at one mass, gridded for ${lifetimes} lifetimes and ${mechanisms} mechanisms: ${text(1e3 * all.seconds)} ms;`,
);
console.log(`naive twin, for one of each: ${text(1e3 * naively.seconds)} ms.`);
const served = lifetimes * mechanisms;
console.log(
  `per lifetime and mechanism: ${text(served * each.median)} × (quartiles ${each.quartiles.map((q) => text(served * q)).join(' to ')})`,
);

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
  5,
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
