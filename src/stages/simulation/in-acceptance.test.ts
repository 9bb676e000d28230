import { expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { inAcceptance } from './in-acceptance.ts';

const { detector } = experiments['na62-kaon'];
const KINDS = [
  { name: 'mu+', mass: 0.1056583755, charge: 1 },
  { name: 'mu-', mass: 0.1056583755, charge: -1 },
  { name: 'nu', mass: 0, charge: 0 },
];
const block = allocateDecayBlock(1, KINDS);
block.vertex.z[0] = 130;

/** Sends both muons with these slopes and momenta. */
function sent(
  needs: { readonly positive: number; readonly negative: number },
  plus: readonly [number, number],
  minus: readonly [number, number],
): boolean {
  [plus, minus].forEach(([slope, p], k) => {
    block.products[k].momentum.px[0] = (slope * p) / Math.hypot(1, slope);
    block.products[k].momentum.pz[0] = p / Math.hypot(1, slope);
  });
  return inAcceptance(detector, block.products, { ...needs, crossed: 4, hodoscope: true }).row(0);
}

it('sees tracks that cross chambers and hodoscope, and misses those in the hole or outside', () => {
  const pair = { positive: 1, negative: 1 };
  // 7 mrad: 0.37 m from the axis at the first chamber; the kick of 0.27 GeV turns 30 GeV by 9 mrad.
  expect(sent(pair, [0.007, 30], [-0.007, 30])).toBe(true);
  expect(sent(pair, [0.007, 30], [0.0022, 60])).toBe(false);
  expect(sent({ positive: 1, negative: 0 }, [0.007, 30], [0.0022, 60])).toBe(true);
  expect(sent(pair, [0.007, 30], [-0.03, 30])).toBe(false);
  // Turned out of the last chamber by the magnet.
  expect(sent(pair, [-0.012, 6], [-0.007, 30])).toBe(false);
});
