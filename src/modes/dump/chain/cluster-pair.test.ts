import { describe, expect, test } from 'vitest';
import photons from '../../../../searches/dump-gg.ts';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import alpPhoton from '../../../physics/hidden/alp-photon.ts';
import { allocateDumpBlock, DumpDecays } from '../../../stages/generation/dump-decays.ts';
import { metres } from '../../../units/index.ts';
import { ClusterPair } from './cluster-pair.ts';
import { dumpSetup } from './setup.ts';
import { simulateDumpYields } from './yields.ts';

const setup = dumpSetup(photons);
const cuts = photons.selection.clusters;
if (cuts === undefined) throw new Error('no clusters');
const random = new EventRandom(streamKey(3, 'clusters'));

/** Share of pairs from one decay point that pass with z asked to lie within `slack` of it. */
function share(mass: number, z: number, slack: number, hypothesis = mass): number {
  const between: [typeof one, typeof one] = [metres(z - slack), metres(z + slack)];
  const pair = new ClusterPair(setup, { ...cuts!, z: { ...cuts!.z, value: between } });
  const block = allocateDumpBlock(1024);
  new DumpDecays(setup.source, mass, { first: 0, second: 0 }, 1024).fill(streamKey(1, 'gg'), 0, 1024, block);
  let all = 0;
  let passed = 0;
  for (let i = 0; i < 1024; i++) {
    random.start(i);
    const lever = 241.093 - z;
    const at = (p: typeof block.first) => [(p.px[i] / p.pz[i]) * lever, (p.py[i] / p.pz[i]) * lever];
    const [x1, y1] = at(block.first);
    const [x2, y2] = at(block.second);
    const energies = [block.first, block.second].map(({ px, py, pz }) => Math.hypot(px[i], py[i], pz[i]));
    // Far enough from each other for position resolution not to matter, and energetic enough for the calorimeter.
    if (Math.hypot(x1 - x2, y1 - y2) < 0.2 || Math.min(...energies) < 5 || Math.max(...energies) > 200) continue;
    if (Math.max(Math.hypot(x1, y1), Math.hypot(x2, y2)) > 1) continue;
    all++;
    if (pair.passes(hypothesis, 0, -0.022, z, block, i, random)) passed++;
  }
  expect(all).toBeGreaterThan(50);
  return passed / all;
}
const one = metres(1);

describe('two clusters without tracks', () => {
  test.each([
    [0.1, 130],
    [0.2, 150],
    [0.4, 200],
  ])('a mass of %f GeV gives back the decay point at %f m', (mass, z) => {
    expect(share(mass, z, 12)).toBeGreaterThan(0.9);
  });

  test('the wrong mass gives another point', () => {
    expect(share(0.2, 150, 12, 0.3)).toBeLessThan(0.2);
  });

  test('a photon pair is seen behind the chambers too, and nothing asks for a vertex of tracks', () => {
    expect(setup.decayVolume).toEqual([102, 241]);
    const yields = simulateDumpYields(alpPhoton, [photons], [0.1], { events: 4000 });
    const [found] = yields.points[0].searches[0];
    expect(found.state).toBe('gamma gamma');
    expect(found.events).toBeGreaterThan(100);
    expect(found.resolution.inRegion).toBeGreaterThan(0.5);
  });

  test('an experiment without a calorimeter is refused', () => {
    const { calorimeter: _, ...bare } = setup.experiment;
    expect(() => new ClusterPair({ ...setup, experiment: bare }, cuts)).toThrow(/measures no clusters/);
  });
});
