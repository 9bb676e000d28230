import { expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { haloMuons } from './halo-muons.ts';

const { halo, detector } = experiments['na62-kaon'];
const CHAMBER = detector.straw.z.value[0];
const MASS = 0.1056583755;
const EVENTS = 200_000;

it('passes the decay vertex as often as a natural muon does, known twenty times better', () => {
  const block = allocateDecayBlock(EVENTS, [], [{ name: 'mu-', mass: MASS, charge: -1 }]);
  block.count = EVENTS;
  block.weight.fill(1);
  block.vertex.x.fill(0.02);
  block.vertex.y.fill(-0.01);
  block.vertex.z.fill(130);
  const [muon] = block.products;
  haloMuons(halo, MASS, CHAMBER, 105, EVENTS, 5, 'test')(block, muon);
  const way = CHAMBER - 130;
  const near = 0.005;
  const spread = halo.angleSpread.value as number;
  let weights = 0;
  let most = 0;
  let passing = 0;
  let squares = 0;
  let expected = 0;
  for (let i = 0; i < EVENTS; i++) {
    const w = block.weight[i];
    weights += w;
    most = Math.max(most, w);
    const [sx, sy] = [muon.momentum.px[i] / muon.momentum.pz[i], muon.momentum.py[i] / muon.momentum.pz[i]];
    const x = muon.origin.x[i] + sx * (130 - 105) - 0.02;
    const y = muon.origin.y[i] + sy * (130 - 105) + 0.01;
    if (x * x + y * y < near * near) {
      passing += w;
      squares += w * w;
    }
    // Positions at the chamber are drawn naturally: over them, the chance to point to a small circle is its solid angle times the density.
    const atX = muon.origin.x[i] + sx * (CHAMBER - 105);
    const atY = muon.origin.y[i] + sy * (CHAMBER - 105);
    const aim2 = ((atX - 0.02) ** 2 + (atY + 0.01) ** 2) / (way * way);
    expected += (Math.exp(-aim2 / (2 * spread * spread)) / (2 * spread * spread)) * (near / way) ** 2;
  }
  // Five standard errors: false alarm 6e-7.
  expect(Math.abs(passing - expected)).toBeLessThan(5 * Math.sqrt(squares));
  expect(squares * 20).toBeLessThan(expected);
  expect(most).toBeLessThanOrEqual(4 + 1e-9);
  expect(Math.abs(weights / EVENTS - 1)).toBeLessThan(0.02);
});
