import { expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { photonsInAcceptance } from './photons-in-acceptance.ts';

const { detector } = experiments['na62-kaon'];
const gamma = { name: 'gamma', mass: 0, charge: 0 };
const block = allocateDecayBlock(1, [gamma, gamma, { name: 'nu', mass: 0, charge: 0 }]);
block.vertex.z[0] = 120;

/** Whether so many are seen of two photons with these slopes and energies (GeV). */
function sent(needed: number, first: readonly [number, number], second: readonly [number, number]): boolean {
  [first, second].forEach(([slope, energy], k) => {
    const { momentum } = block.products[k];
    momentum.energy[0] = energy;
    momentum.px[0] = (slope * energy) / Math.hypot(1, slope);
    momentum.pz[0] = energy / Math.hypot(1, slope);
  });
  return photonsInAcceptance(detector, block.products, needed)(0);
}

it('sees photons that go straight into the calorimeter with energy enough', () => {
  // 121 m to the calorimeter, of 0.15 m inner and 1.1 m outer size: slopes of 5 and −6 mrad hit it.
  expect(sent(2, [0.005, 20], [-0.006, 10])).toBe(true);
  // One in the hole, one outside, one too soft, one backward.
  expect(sent(2, [0.005, 20], [0.0005, 10])).toBe(false);
  expect(sent(2, [0.005, 20], [0.02, 10])).toBe(false);
  expect(sent(2, [0.005, 20], [-0.006, 0.01])).toBe(false);
  expect(sent(2, [0.005, 20], [-0.006, -10])).toBe(false);
  // One photon may be lost, two may not; three are never there.
  expect(sent(1, [0.005, 20], [0.02, 10])).toBe(true);
  expect(sent(1, [0.0005, 20], [0.02, 10])).toBe(false);
  expect(sent(3, [0.005, 20], [-0.006, 10])).toBe(false);
});
