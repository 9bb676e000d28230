import { expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { showerVeto } from './shower-veto.ts';

const { detector } = experiments['na62-kaon'];
const { vetoes } = detector;
const block = allocateDecayBlock(1, [], [{ name: 'e+', mass: 0.000511, charge: 1 }]);
const [product] = block.products;

function sent(slope: number, energy: number, z = 183.508) {
  product.origin.z[0] = z;
  product.momentum.energy[0] = energy;
  product.momentum.px[0] = (slope * energy) / Math.hypot(1, slope);
  product.momentum.pz[0] = energy / Math.hypot(1, slope);
  const veto = showerVeto(detector, product);
  veto.send(0);
  return [veto.silent, veto.largeAngleSilent];
}

it('sees an electron in the calorimeter, in a ring, in the small-angle vetoes, and nowhere when it is swept away', () => {
  // 0.27 GeV of kick towards −x behind 197 m: 40 GeV along 10 mrad come to 0.57 − 0.30 m, 60 GeV along 4.5 mrad to 0.06 m.
  expect(sent(0.01, 40)).toEqual([vetoes.clusterInefficiency.value, 1]);
  expect(sent(0.0045, 60)).toEqual([vetoes.smallAngleInefficiency.value, 1]);
  // 1.1 m at the ring of 203 m.
  expect(sent(0.055, 20)).toEqual([vetoes.largeAngleInefficiency.value, vetoes.largeAngleInefficiency.value]);
  expect(sent(0.01, 0.25)).toEqual([1, 1]);
  // In the calorimeter, but below the threshold of a cluster.
  expect(sent(0.15, 1.9, 238.5)).toEqual([1, 1]);
});
