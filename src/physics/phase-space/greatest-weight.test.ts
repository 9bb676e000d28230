import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import { flatPhaseSpace } from './flat.ts';
import { greatestFlatWeight } from './greatest-weight.ts';

const K = 0.493677;
const PI = 0.13957039;
const PI0 = 0.1349768;
const E = 0.51099895e-3;
const MU = 0.1056583755;

/** The greatest of `count` weights. */
function greatestOf(masses: readonly number[], count: number): number {
  const generator = flatPhaseSpace(masses);
  const draws = Array.from({ length: generator.uniformsPerEvent }, () => new Float64Array(count));
  fillUniforms(streamKey(6, masses.join(' ')), 0, count, draws);
  const weight = new Float64Array(count);
  generator.generate(
    draws,
    count,
    masses.slice(1).map(() => allocateMomenta(count)),
    weight,
  );
  return weight.reduce((most, w) => Math.max(most, w), 0);
}

describe('the bound of the weights of flat phase space', () => {
  // F. James, CERN 68-15: the largest WT of GENBOD, WT = Π p / wtmax, for three bodies.
  it.each([
    ['3 pi', [K, PI, PI, PI], 1.36644e-2, 0.48166],
    ['pi e e', [K, PI, E, E], 5.148291e-2, 0.360205],
    ['pi mu mu', [K, PI, MU, MU], 2.494515e-2, 0.461592],
    ['pi0 mu nu', [K, PI0, MU, 0], 4.048922e-2, 0.384196],
  ])('lies just above the greatest: %s', (_, masses, wtmax, top) => {
    const available = masses.slice(1).reduce((rest, m) => rest - m, masses[0]);
    const published = (top * wtmax * available) / (16 * Math.PI ** 3 * masses[0]);
    const ratio = greatestFlatWeight(masses) / published;
    expect(ratio).toBeGreaterThan(1 - 3e-6);
    expect(ratio).toBeLessThan(1.004);
  });

  it('is the weight of two bodies', () => {
    expect(greatestFlatWeight([K, PI, PI0]) / greatestOf([K, PI, PI0], 10)).toBeCloseTo(1, 11);
  });

  it.each([[[K, PI, PI, E, 0]], [[1, 0, 0, 0, 0]], [[K, PI, E, E, E, E]], [[1, 0, 0, 0, 0, 0, 0]]])(
    'is near the greatest of many weights: %o',
    (masses) => {
      const ratio = greatestFlatWeight(masses) / greatestOf(masses, 200_000);
      expect(ratio).toBeGreaterThanOrEqual(1);
      expect(ratio).toBeLessThan(1.06);
    },
  );

  it('is exceeded by no weight, whatever the masses', () => {
    const mass = fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 2, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(mass, { minLength: 2, maxLength: 4 }),
        fc.double({ min: 1e-3, max: 3, noNaN: true }),
        (products, free) => {
          const masses = [products.reduce((sum, m) => sum + m, free), ...products];
          expect(greatestOf(masses, 3000)).toBeLessThanOrEqual(greatestFlatWeight(masses));
        },
      ),
      { numRuns: 40, seed: 10 },
    );
  });

  it('refuses a closed decay', () => {
    expect(() => greatestFlatWeight([K, PI, PI, PI, PI])).toThrow(InvalidInput);
  });
});
