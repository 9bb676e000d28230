import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import { THREE_BODY_UNIFORMS, threeBodyPhaseSpace } from './three-body.ts';

const K = 0.493677;
const PI = 0.13957039;
const PI0 = 0.1349768;
const E = 0.51099895e-3;
const MU = 0.1056583755;

/** Additive-recurrence points (generalised golden ratio): a fixed, quickly converging set in (0,1)^5. */
function latticeColumns(count: number): Float64Array[] {
  let phi = 2;
  for (let i = 0; i < 60; i++) phi = (1 + phi) ** (1 / (THREE_BODY_UNIFORMS + 1));
  return Array.from({ length: THREE_BODY_UNIFORMS }, (_, k) => {
    const step = (1 / phi) ** (k + 1);
    return Float64Array.from({ length: count }, (_, i) => (0.5 + (i + 1) * step) % 1);
  });
}

function generate(masses: number[], count: number) {
  const products = [allocateMomenta(count), allocateMomenta(count), allocateMomenta(count)];
  const weight = new Float64Array(count);
  threeBodyPhaseSpace(latticeColumns(count), count, masses, products, weight);
  return { products, weight };
}

describe('three-body phase space', () => {
  // F. James, CERN 68-15: Φ3 by quadrature, masses of the PDG.
  it.each([
    ['pi+ pi+ pi-', [K, PI, PI, PI], 1.5797628e-6],
    ['pi+ pi0 pi0', [K, PI, PI0, PI0], 1.96952205e-6],
    ['pi+ e+ e-', [K, PI, E, E], 1.81050011e-5],
    ['pi+ mu+ mu-', [K, PI, MU, MU], 5.23777536e-6],
    ['pi+ gamma gamma', [K, PI, 0, 0], 1.81066186e-5],
    ['massless', [1, 0, 0, 0], 1.2598255638e-4],
  ])('mean weight is the volume: %s', (_, masses, volume) => {
    const { weight } = generate(masses as number[], 20000);
    const mean = weight.reduce((sum, w) => sum + w, 0) / weight.length;
    expect(mean / (volume as number)).toBeCloseTo(1, 3);
  });

  it('conserves momentum and keeps the mass shells', () => {
    const masses = [K, PI, E, E];
    const { products, weight } = generate(masses, 5000);
    for (let i = 0; i < weight.length; i++) {
      const sum = (column: 'energy' | 'px' | 'py' | 'pz') => products.reduce((s, p) => s + p[column][i], 0);
      expect(Math.abs(sum('energy') - K)).toBeLessThan(2e-15);
      expect(Math.hypot(sum('px'), sum('py'), sum('pz'))).toBeLessThan(2e-15);
      products.forEach((p, k) => {
        const m2 = p.energy[i] ** 2 - p.px[i] ** 2 - p.py[i] ** 2 - p.pz[i] ** 2;
        expect(Math.abs(m2 - masses[k + 1] ** 2)).toBeLessThan(1e-15);
      });
    }
  });

  it('is finite at the corners of the unit cube', () => {
    const corner = [Number.MIN_VALUE, 1 - 2 ** -53];
    for (let bits = 0; bits < 32; bits++) {
      const draws = Array.from({ length: 5 }, (_, k) => Float64Array.of(corner[(bits >> k) & 1]));
      const products = [allocateMomenta(1), allocateMomenta(1), allocateMomenta(1)];
      const weight = new Float64Array(1);
      threeBodyPhaseSpace(draws, 1, [K, PI, PI, PI], products, weight);
      expect(weight[0]).toBeGreaterThanOrEqual(0);
      for (const p of products) expect(Number.isFinite(p.energy[0] + p.px[0] + p.py[0] + p.pz[0])).toBe(true);
    }
  });

  it('refuses a closed decay', () => {
    expect(() => generate([0.3, PI, PI, PI], 1)).toThrow(InvalidInput);
  });
});
