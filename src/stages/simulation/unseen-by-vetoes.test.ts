import { expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { unseenByVetoes } from './unseen-by-vetoes.ts';

const { detector } = experiments['na62-kaon'];
const { clusterInefficiency, largeAngleInefficiency, smallAngleInefficiency } = detector.vetoes;

/** One photon from 150 m on the axis with this energy (GeV) and slope, and an electron as well. */
function decay(photon: readonly [number, number], electron: readonly [number, number], isTrack: boolean): number {
  const block = allocateDecayBlock(1, [
    { name: 'gamma', mass: 0, charge: 0 },
    { name: 'e-', mass: 0.000511, charge: -1 },
  ]);
  block.vertex.z[0] = 150;
  [photon, electron].forEach(([energy, slope], k) => {
    const { momentum } = block.products[k];
    momentum.energy[0] = energy;
    momentum.pz[0] = energy / Math.sqrt(1 + slope * slope);
    momentum.py[0] = slope * momentum.pz[0];
  });
  return unseenByVetoes(detector, block.products, [{ product: block.products[1], isTrack: () => isTrack }])(0);
}

it.each<[string, readonly [number, number], readonly [number, number], boolean, number]>([
  ['a soft photon in the calorimeter', [1, 0.006], [0.1, 0.5], false, 1],
  ['a hard one there', [10, 0.006], [0.1, 0.5], false, clusterInefficiency.value],
  ['one along the beam', [10, 0.0005], [0.1, 0.5], false, smallAngleInefficiency.value],
  ['one at a large angle', [1, 0.06], [0.1, 0.5], false, largeAngleInefficiency.value],
  ['an electron in the calorimeter', [1, 0.006], [20, 0.006], false, clusterInefficiency.value],
  ['the same as a track', [1, 0.006], [20, 0.006], true, 1],
])('asks the vetoes: %s', (_, photon, electron, isTrack, unseen) => {
  expect(decay(photon, electron, isTrack)).toBe(unseen);
});
