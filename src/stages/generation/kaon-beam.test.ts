import { describe, expect, it } from 'vitest';
import { allocateDecayBlock } from '../../events/decay-block.ts';
import { experiments } from '../../experiments/index.ts';
import { particle } from '../../physics/index.ts';
import { boostToParent } from './boost.ts';
import { decayFraction, kaonBeam } from './kaon-beam.ts';

const { beam } = experiments['na62-kaon'];
const { mass, ctau } = particle('K+');
const ROWS = 100_000;
const block = allocateDecayBlock(ROWS, []);
kaonBeam(beam, mass, ctau, ROWS, 1, 'test')(block, 0, ROWS);

/** Mean of a function of the event, and its standard error. */
function mean(of: (i: number) => number): { value: number; error: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < ROWS; i++) {
    sum += of(i);
    squares += of(i) * of(i);
  }
  const value = sum / ROWS;
  return { value, error: Math.sqrt((squares / ROWS - value * value) / ROWS) };
}
const { px, py, pz, energy } = block.parent;
const p = (i: number) => Math.hypot(px[i], py[i], pz[i]);
// Five standard errors: false alarm 6e-7 for each comparison.
const near = ({ value, error }: { value: number; error: number }, wanted: number) =>
  expect(Math.abs(value - wanted)).toBeLessThan(5 * error);

describe('the kaon beam', () => {
  it('lets 12.46 % of the kaons decay in 105–180 m, with a decay length of 563.8 m', () => {
    expect(decayFraction(beam, mass, ctau)).toBeCloseTo(0.1246, 3);
    expect((75 / mass) * ctau).toBeCloseTo(563.8, 0);
  });

  it('has 75 GeV with 1 %, and the direction and divergence of the experiment', () => {
    near(mean(p), 75);
    near(
      mean((i) => ((p(i) - 75) / 0.75) ** 2),
      1,
    );
    near(
      mean((i) => px[i] / pz[i]),
      1.2e-3,
    );
    near(
      mean((i) => py[i] / pz[i]),
      0,
    );
    near(
      mean((i) => (px[i] / pz[i] - 1.2e-3) ** 2 / 0.11e-3 ** 2),
      1,
    );
    for (let i = 0; i < 100; i++) expect(energy[i]).toBeCloseTo(Math.hypot(p(i), mass), 10);
  });

  it('decays along the exponential, cut off at the ends of the volume', () => {
    const range = (75 / mass) * ctau;
    const length = 75;
    const wanted = 105 + range - length / Math.expm1(length / range);
    const { value, error } = mean((i) => block.vertex.z[i]);
    // The spread of the momentum changes the mean by less than a millimetre.
    expect(Math.abs(value - wanted)).toBeLessThan(5 * error + 1e-3);
    for (const z of block.vertex.z) expect(z >= 105 && z <= 180).toBe(true);
  });

  it('weighs each kaon with its own chance to decay', () => {
    for (let i = 0; i < 1000; i++) {
      const chance = -Math.expm1((-75 * mass) / (p(i) * ctau));
      expect(block.weight[i] * decayFraction(beam, mass, ctau)).toBeCloseTo(chance, 12);
    }
  });

  it('stays in its profile at the last beam-spectrometer station', () => {
    for (let i = 0; i < ROWS; i++) {
      const back = block.vertex.z[i] - 102.4;
      expect(Math.abs(block.vertex.x[i] - (px[i] / pz[i]) * back)).toBeLessThan(0.026 + 1e-12);
      expect(Math.abs(block.vertex.y[i] - (py[i] / pz[i]) * back)).toBeLessThan(0.012 + 1e-12);
    }
  });

  it('gives event i alone what it gives it among others', () => {
    const one = allocateDecayBlock(1, []);
    kaonBeam(beam, mass, ctau, 1, 1, 'test')(one, 777, 1);
    expect([one.parent.px[0], one.vertex.z[0], one.weight[0]]).toEqual([
      px[777],
      block.vertex.z[777],
      block.weight[777],
    ]);
  });
});

describe('boostToParent', () => {
  it('keeps masses and takes a particle at rest to the parent’s velocity', () => {
    const column = (value: number) => Float64Array.of(value);
    const parent = { energy: column(Math.hypot(75, mass)), px: column(3), py: column(-4), pz: column(Math.sqrt(5600)) };
    const rest = { energy: column(0.5), px: column(0), py: column(0), pz: column(0) };
    boostToParent(parent, mass, rest, 1);
    expect(rest.energy[0]).toBeCloseTo((0.5 / mass) * parent.energy[0], 10);
    expect(rest.px[0]).toBeCloseTo((0.5 / mass) * 3, 10);
    const other = { energy: column(0.3), px: column(0.1), py: column(-0.05), pz: column(0.2) };
    const square = 0.3 ** 2 - 0.1 ** 2 - 0.05 ** 2 - 0.2 ** 2;
    boostToParent(parent, mass, other, 1);
    expect(other.energy[0] ** 2 - other.px[0] ** 2 - other.py[0] ** 2 - other.pz[0] ** 2).toBeCloseTo(square, 9);
  });
});
