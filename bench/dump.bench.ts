// Yields of a dark photon in both dilepton channels behind a dump: 202 masses, 10⁵ decays per mass and channel, all
// production mechanisms, selection and regions, then CLs on 120 801 points of (mass, coupling). The reference is a naive
// twin that throws a decay point and follows two tracks for one lifetime and one mechanism at a time.

import { searches as registered } from '../searches/index.ts';
import { nodeHost } from '../src/hosts/node/node-host.ts';
import { dismissNodeWorkers } from '../src/hosts/node/workers/node-workers.ts';
// The worker's script is found by its address alone; this makes the compiler write it.
import type {} from '../src/hosts/node/workers/worker.ts';
import { hiddenModel } from '../src/interpretation/named-model.ts';
import { exp, log } from '../src/math/elementary.ts';
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { dumpPlan, yieldsOfPlan } from '../src/modes/dump/chain/engine.ts';
import { dumpSetup } from '../src/modes/dump/chain/setup.ts';
import { massGrid, simulateDumpYields } from '../src/modes/dump/chain/yields.ts';
import { excludeFromYields } from '../src/modes/dump/exclusion/exclude.ts';
import { simulate } from '../src/run/simulate.ts';
import { allocateDumpBlock, DumpDecays } from '../src/stages/generation/dump-decays.ts';
import { TrackPath } from '../src/stages/simulation/track-path.ts';

const searches = [registered['dump-mumu'], registered['dump-ee']];
const decays = 100_000;
const masses = massGrid(0.005, 0.8, 202);
const couplings = { from: 1e-8, to: 1e-3, count: 598 };

const wall = async <T>(work: () => Promise<T> | T): Promise<{ seconds: number; result: T }> => {
  const before = performance.now();
  const result = await work();
  return { seconds: (performance.now() - before) / 1000, result };
};

/** Accepted share of decays of one lifetime, vertex by vertex. */
function naive(mass: number, events: number): number {
  const setup = dumpSetup(searches[0]);
  const block = allocateDumpBlock(1024);
  const generator = new DumpDecays(setup.source, mass, { first: setup.pair[0].mass, second: setup.pair[1].mass }, 1024);
  const random = new EventRandom(streamKey(1, 'naive'));
  const path = new TrackPath(1, 0.1);
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

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e-6;
};

naive(0.3, 20_000);
const beforeNaive = cpu();
naive(0.3, decays);
const perLifetime = cpu() - beforeNaive;

const model = hiddenModel('dark-photon');
simulateDumpYields(model, searches, [0.3], { events: 10_000 });
const beforeOne = cpu();
const one = simulateDumpYields(model, searches.slice(0, 1), [0.3], { events: decays });
const perMass = cpu() - beforeOne;
const served = one.lifetimes[0].count * one.points[0].mechanisms[0].length;
console.log(
  `${decays} decays at one mass: ${(1e3 * perMass).toFixed(0)} ms for ${one.lifetimes[0].count} lifetimes and ${one.points[0].mechanisms[0].length} mechanisms; ` +
    `naive twin ${(1e3 * perLifetime).toFixed(0)} ms for one of each.`,
);
console.log(
  `one sample for all / naive twin, per lifetime and mechanism: ${((served * perLifetime) / perMass).toFixed(0)} ×`,
);

const plan = dumpPlan(model.id, searches, masses, { decays });
const beforeFull = cpu();
const full = await wall(async () =>
  yieldsOfPlan(plan, (await simulate(plan, plan.decays, nodeHost({ workers: 2 }))).sums),
);
await dismissNodeWorkers();
const fullCpu = cpu() - beforeFull;
const points = masses.length * couplings.count;
const drawn = await wall(() => excludeFromYields(full.result, { coupling: couplings }, false));
const again = await wall(() => excludeFromYields(full.result, { coupling: couplings, protons: 1e18 }, false));
console.log(
  `${masses.length} masses, both channels, ${decays} decays each, 2 workers: ${full.seconds.toFixed(1)} s (${fullCpu.toFixed(1)} CPU-s); ` +
    `contours on ${points} points: ${drawn.seconds.toFixed(2)} s; with other protons: ${again.seconds.toFixed(2)} s.`,
);
console.log(`from nothing: ${(points / (full.seconds + drawn.seconds)).toFixed(0)} points/s`);
console.log(`rescaling / simulating: ${(full.seconds / again.seconds).toFixed(0)} ×`);
