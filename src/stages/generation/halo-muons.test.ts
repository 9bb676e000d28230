import { describe, expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { haloMuons } from './halo-muons.ts';

const { halo, detector } = experiments['na62-kaon'];
const CHAMBER = detector.straw.z.value[0];
const MASS = 0.1056583755;
const EVENTS = 200_000;
const VERTEX = { x: 0.02, y: -0.01, z: 130 };

/** Halo muons over a decay at one point, and their weights. */
function drawn(vertexZ = VERTEX.z) {
  const block = allocateDecayBlock(EVENTS, [], [{ name: 'mu-', mass: MASS, charge: -1 }]);
  block.vertex.x.fill(VERTEX.x);
  block.vertex.y.fill(VERTEX.y);
  block.vertex.z.fill(vertexZ);
  const [muon] = block.products;
  const muons = haloMuons(halo, block, muon, detector.straw, 105, EVENTS, 5, 'test');
  muons.draw(0, EVENTS);
  const weights = Float64Array.from({ length: EVENTS }, (_, i) => muons.put(i, i));
  return { muon, weights };
}

/** Σw, Σw² of the muons for which `holds` of their slopes, place at the chamber (m) and momentum (GeV). */
function sumOf(
  { muon: { momentum, origin }, weights }: ReturnType<typeof drawn>,
  holds: (at: { x: number; y: number; sx: number; sy: number; p: number }) => boolean,
) {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < EVENTS; i++) {
    const [sx, sy] = [momentum.px[i] / momentum.pz[i], momentum.py[i] / momentum.pz[i]];
    const x = origin.x[i] + sx * (CHAMBER - 105);
    const y = origin.y[i] + sy * (CHAMBER - 105);
    const p = momentum.pz[i] * Math.sqrt(1 + sx * sx + sy * sy);
    if (!holds({ x, y, sx, sy, p })) continue;
    sum += weights[i];
    squares += weights[i] * weights[i];
  }
  return { sum, squares };
}

describe('halo muons', () => {
  const muons = drawn();
  const spread = halo.angleSpread.value as number;
  const scale = halo.radiusScale.value as number;
  const way = CHAMBER - VERTEX.z;

  it('pass the decay vertex as often as natural ones do, known twenty times better', () => {
    const near = 0.005;
    const { sum, squares } = sumOf(muons, ({ x, y, sx, sy }) => {
      const dx = x - sx * way - VERTEX.x;
      const dy = y - sy * way - VERTEX.y;
      return dx * dx + dy * dy < near * near;
    });
    // Over the natural places at the chamber: the solid angle of the small circle times the density of directions.
    let expected = 0;
    const [radii, turns] = [4000, 64];
    for (let k = 0; k < radii; k++) {
      const r = -scale * Math.log((k + 0.5) / radii);
      for (let t = 0; t < turns; t++) {
        const turn = (2 * Math.PI * (t + 0.5)) / turns;
        const aim2 = ((r * Math.cos(turn) - VERTEX.x) ** 2 + (r * Math.sin(turn) - VERTEX.y) ** 2) / (way * way);
        expected += Math.exp(-aim2 / (2 * spread * spread)) / (radii * turns);
      }
    }
    expected *= (EVENTS * (near / way) ** 2) / (2 * spread * spread);
    // Five standard errors: false alarm 6e-7.
    expect(Math.abs(sum - expected)).toBeLessThan(5 * Math.sqrt(squares));
    expect(squares * 20).toBeLessThan(expected);
  });

  it.each<[string, number, (at: { x: number; y: number; sx: number; sy: number; p: number }) => boolean]>([
    ['all', 1, () => true],
    ['beyond a scale from the axis', Math.exp(-1), ({ x, y }) => x * x + y * y > scale * scale],
    ['beyond 45 GeV', Math.exp(-45 / (halo.momentumScale.value as number)), ({ p }) => p > 45],
    ['steep ones', Math.exp(-0.5), ({ sx, sy }) => sx * sx + sy * sy > spread * spread],
  ])('keep their spectra: %s', (_, share, holds) => {
    const { sum, squares } = sumOf(muons, holds);
    expect(Math.abs(sum - share * EVENTS)).toBeLessThan(5 * Math.sqrt(squares));
  });

  it('weigh three at most, and one behind the chamber', () => {
    expect(muons.weights.reduce((most, w) => Math.max(most, w), 0)).toBeLessThanOrEqual(3 + 1e-9);
    expect(new Set(drawn(CHAMBER + 1).weights)).toEqual(new Set([1]));
  });
});
