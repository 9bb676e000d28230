import { describe, expect, it } from 'vitest';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import { type CascadeTree, createCascade } from './cascade.ts';
import { flatPhaseSpace } from './flat.ts';
import type { PhaseSpaceGenerator } from './generator.ts';

const K = 0.493677;
const PI = 0.13957039;
const PI0 = 0.1349768;
const E = 0.51099895e-3;
const MU = 0.1056583755;

function run(generator: PhaseSpaceGenerator, count: number, name = 'phase space') {
  const draws = Array.from({ length: generator.uniformsPerEvent }, () => new Float64Array(count));
  fillUniforms(streamKey(20, name), 0, count, draws);
  const products = generator.masses.slice(1).map(() => allocateMomenta(count));
  const weight = new Float64Array(count);
  generator.generate(draws, count, products, weight);
  return { products, weight };
}

/** Mean of the weights and its standard error. */
function meanOf(weight: Float64Array): [number, number] {
  const mean = weight.reduce((sum, w) => sum + w, 0) / weight.length;
  const variance = weight.reduce((sum, w) => sum + (w - mean) ** 2, 0) / weight.length;
  return [mean, Math.sqrt(variance / weight.length)];
}

// Volumes by quadrature (60-point Gauss–Legendre per dimension, converged in the last digit shown).
const volumes: [string, number[], number][] = [
  ['pi+ pi0', [K, PI, PI0], 3.30668758e-2],
  ['pi+ pi+ pi-', [K, PI, PI, PI], 1.5797628e-6],
  ['pi0 e+ nu', [K, PI0, E, 0], 1.86260083e-5],
  ['pi0 mu+ nu', [K, PI0, MU, 0], 1.14768981e-5],
  ['mu+ nu e+ e-', [K, MU, 0, E, E], 4.003717918e-9],
  ['pi+ pi- e+ nu', [K, PI, PI, E, 0], 5.64152538e-10],
  ['pi+ pi0 e+ e-', [K, PI, PI0, E, E], 6.136795727e-10],
  ['pi+ e+ e- e+ e-', [K, PI, E, E, E, E], 2.067063e-13],
  ['4 massless', [1, 0, 0, 0, 0], 1.3296564303e-7],
  // M^(2n−4) / [2 (4π)^(2n−3) (n−1)! (n−2)!]
  ['6 massless', [1, 0, 0, 0, 0, 0, 0], 1 / (2 * (4 * Math.PI) ** 9 * 120 * 24)],
];

describe('flat phase space', () => {
  // Five standard errors each: false-alarm probability 6e-7 per case. Two bodies: exact.
  it.each(volumes)('mean weight is the volume: %s', (name, masses, volume) => {
    const [mean, error] = meanOf(run(flatPhaseSpace(masses), 60000, name).weight);
    expect(Math.abs(mean - volume)).toBeLessThan(5 * error + 2e-9 * volume);
    expect(error).toBeLessThan(0.006 * volume);
  });

  it.each(volumes)('conserves momentum and keeps the mass shells: %s', (_, masses) => {
    const { products, weight } = run(flatPhaseSpace(masses), 500);
    for (let i = 0; i < weight.length; i++) {
      const sum = (column: 'energy' | 'px' | 'py' | 'pz') => products.reduce((s, p) => s + p[column][i], 0);
      expect(Math.abs(sum('energy') - masses[0])).toBeLessThan(5e-15);
      expect(Math.hypot(sum('px'), sum('py'), sum('pz'))).toBeLessThan(5e-15);
      products.forEach((p, k) => {
        const m2 = p.energy[i] ** 2 - p.px[i] ** 2 - p.py[i] ** 2 - p.pz[i] ** 2;
        expect(Math.abs(m2 - masses[k + 1] ** 2)).toBeLessThan(5e-15);
      });
    }
  });

  // F. James, CERN 68-15: ⟨WT⟩ and the largest WT of GENBOD, WT = Π p / wtmax, 3 bodies with m12 uniform.
  it.each([
    ['3 pi', [K, PI, PI, PI], 1.36644e-2, 0.48166, 0.377703],
    ['pi e e', [K, PI, E, E], 5.148291e-2, 0.360205, 0.243932],
    ['pi mu mu', [K, PI, MU, MU], 2.494515e-2, 0.461592, 0.360144],
    ['pi0 mu nu', [K, PI0, MU, 0], 4.048922e-2, 0.384196, 0.27435],
  ])('has the GENBOD weights: %s', (name, masses, wtmax, top, average) => {
    const { weight } = run(flatPhaseSpace(masses), 40000, name);
    const available = masses.slice(1).reduce((rest, m) => rest - m, masses[0]);
    const scale = (16 * Math.PI ** 3 * masses[0]) / (available * wtmax);
    const [mean, error] = meanOf(weight.map((w) => w * scale));
    expect(Math.abs(mean - average)).toBeLessThan(5 * error);
    const largest = weight.reduce((a, b) => Math.max(a, b), 0) * scale;
    expect(largest).toBeLessThan(top * (1 + 2e-6));
    expect(largest).toBeGreaterThan(top * 0.9995);
  });

  it('gives the same bits for split blocks', () => {
    const generator = flatPhaseSpace([K, PI, PI, E, 0]);
    const count = 100;
    const draws = Array.from({ length: generator.uniformsPerEvent }, () => new Float64Array(count));
    fillUniforms(streamKey(1, 'split'), 0, count, draws);
    const whole = run(generator, 0);
    whole.weight = new Float64Array(count);
    const products = [0, 1, 2, 3].map(() => allocateMomenta(count));
    generator.generate(draws, count, products, whole.weight);
    const tail = [0, 1, 2, 3].map(() => allocateMomenta(40));
    const weight = new Float64Array(40);
    generator.generate(
      draws.map((u) => u.subarray(60)),
      40,
      tail,
      weight,
    );
    expect(weight).toEqual(whole.weight.subarray(60));
    expect(tail[2].px).toEqual(products[2].px.subarray(60));
  });

  it.each([[[K, PI]], [[K, PI, PI, PI, PI]], [[K, Number.NaN, 0]], [[K, -0.1, 0]], [[1, 0, 0, 0, 0, 0, 0, 0]]])(
    'refuses the masses %o',
    (masses) => {
      expect(() => flatPhaseSpace(masses)).toThrow(InvalidInput);
    },
  );
});

describe('cascades', () => {
  const dilepton: CascadeTree = { pair: [2, 3], sampling: 'log-mass-squared' };
  const cases: [string, number[], [CascadeTree, CascadeTree], number][] = [
    ['pi+ e+ e-', [K, PI, E, E], [0, { pair: [1, 2], sampling: 'mass-squared' }], 1.81050011e-5],
    ['mu+ nu e+ e-', [K, MU, 0, E, E], [{ pair: [0, 1], sampling: 'mass' }, dilepton], 4.003717918e-9],
    ['pi+ pi0 e+ e-', [K, PI, PI0, E, E], [{ pair: [0, 1], sampling: 'mass-squared' }, dilepton], 6.136795727e-10],
    [
      'pi+ 4e',
      [K, PI, E, E, E, E],
      [
        0,
        {
          pair: [
            { pair: [1, 2], sampling: 'mass' },
            { pair: [3, 4], sampling: 'mass-squared' },
          ],
          sampling: 'mass-squared',
        },
      ],
      2.067063e-13,
    ],
  ];

  // Five standard errors: false-alarm probability 6e-7 per case.
  it.each(cases)('mean weight is the volume: %s', (name, masses, pair, volume) => {
    const [mean, error] = meanOf(run(createCascade(masses, pair), 60000, name).weight);
    expect(Math.abs(mean - volume)).toBeLessThan(5 * error);
    expect(error).toBeLessThan(0.02 * volume);
  });

  it.each(cases)('knows its weight from the momenta: %s', (_, masses, pair) => {
    const cascade = createCascade(masses, pair);
    const { products, weight } = run(cascade, 300);
    for (let i = 0; i < weight.length; i++) expect(cascade.weightAt(products, i) / weight[i]).toBeCloseTo(1, 6);
  });

  it('refuses a tree that misses a product and a logarithm without a scale', () => {
    expect(() => createCascade([K, PI, E, E], [0, 1])).toThrow(InvalidInput);
    expect(() => createCascade([K, PI, E, E], [0, { pair: [1, 1], sampling: 'mass' }])).toThrow(InvalidInput);
    expect(() => createCascade([K, PI, 0, 0], [0, { pair: [1, 2], sampling: 'log-mass-squared' }])).toThrow(/massless/);
  });
});
