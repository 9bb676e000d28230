import { expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { detectorResponse } from './respond.ts';

const { detector } = experiments['na62-kaon'];
const { straw } = detector;
const sure = {
  ...straw,
  thickness: { ...straw.thickness, value: 0 },
  chamberEfficiency: { ...straw.chamberEfficiency, value: 1 },
};
const ROWS = 400;
const kinds = [
  { name: 'e+', mass: 0.000511, charge: 1 },
  { name: 'e-', mass: 0.000511, charge: -1 },
];

/** Tracks found of pairs of 20 GeV each that start in the plane z, where tracks in three chambers count. */
function found(z: number): number {
  const block = allocateDecayBlock(ROWS, [], kinds);
  block.count = ROWS;
  for (let row = 0; row < ROWS; row++) {
    for (const { origin, momentum } of block.products) {
      origin.y[row] = 0.3;
      origin.z[row] = z;
      momentum.py[row] = 20 * 0.006;
      momentum.pz[row] = 20 * Math.sqrt(1 - 0.006 * 0.006);
      momentum.energy[row] = 20;
    }
  }
  const needs = { positive: 0, negative: 0, photons: 0, chambers: { crossed: 3, hit: 3 }, pairs: [[0, 1]] as const };
  const respond = detectorResponse({ ...detector, straw: sure } as never, block.products, needs, ROWS, 1, 'pairs');
  const { count, tracks } = respond(block);
  let sum = 0;
  for (let j = 0; j < count; j++) for (const track of tracks) sum += track.reconstructed[j];
  return sum / ROWS;
}

it('finds both electrons of a pair that every chamber sees, and neither of one that a chamber has not seen', () => {
  expect(found(straw.z.value[0])).toBe(2);
  expect(found(straw.z.value[0] + 0.001)).toBe(0);
  expect(found(straw.z.value[1] + 0.001)).toBe(0);
});
