import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { branchingFractions } from '../particles/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import { compileDecay } from './compile-decay.ts';
import type { CompiledDecay } from './compiled-decay.ts';

function run(compiled: CompiledDecay, count: number, first = 0) {
  const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(count));
  fillUniforms(streamKey(7, 'compiled'), first, count, draws);
  const products = compiled.finalState.map(() => allocateMomenta(count));
  const weight = new Float64Array(count);
  compiled.generate(draws, count, products, weight);
  return { products, weight };
}

const texts = [
  'K+ -> pi+ pi0',
  'K- -> pi- pi- pi+',
  'K+ -> e+ nu (pi0 -> gamma gamma)',
  'K+ -> pi+ (pi0 -> e+ e- gamma)',
  'K+ -> pi+ (pi0 -> e+ e- gamma) (pi0 -> gamma gamma)',
  'K+ -> mu- nu e+ e+',
  'K+ -> (pi+ -> mu+ nu) mu+ mu-',
];

describe('compiled decays', () => {
  it.each(texts)('conserve momentum, keep mass shells, weigh 1 on average: %s', (text) => {
    const compiled = compileDecay(text);
    const count = 20000;
    const { products, weight } = run(compiled, count);
    let sum = 0;
    let squares = 0;
    let worst = 0;
    for (let i = 0; i < count; i++) {
      const total = (column: 'energy' | 'px' | 'py' | 'pz') => products.reduce((s, p) => s + p[column][i], 0);
      worst = Math.max(worst, Math.abs(total('energy') - compiled.parentMass), Math.abs(total('px')));
      worst = Math.max(worst, Math.abs(total('py')), Math.abs(total('pz')));
      products.forEach((p, k) => {
        const { mass } = compiled.finalState[k];
        const squared = p.energy[i] ** 2 - p.px[i] ** 2 - p.py[i] ** 2 - p.pz[i] ** 2;
        worst = Math.max(worst, Math.abs(squared - mass * mass));
      });
      sum += weight[i];
      squares += weight[i] * weight[i];
    }
    expect(worst).toBeLessThan(1e-13);
    expect(weight.every((w) => w >= 0 && w < 1e6)).toBe(true);
    const mean = sum / count;
    const error = Math.sqrt(Math.max(0, squares / count - mean * mean) / count);
    // Five standard errors: false-alarm probability 6e-7 per decay.
    expect(Math.abs(mean - 1)).toBeLessThan(5 * Math.hypot(error, compiled.normalisation.relativeError) + 1e-12);
    expect(compiled.normalisation.relativeError).toBeLessThan(0.003);
  });

  it('put nested products at the mass of what they come from', () => {
    const { products } = run(compileDecay('K+ -> (pi0 -> gamma e+ e-) pi+'), 100);
    for (let i = 0; i < 100; i++) {
      const squared = [products[0], products[1], products[2]].reduce(
        (sum, p) => [sum[0] + p.energy[i], sum[1] + p.px[i], sum[2] + p.py[i], sum[3] + p.pz[i]],
        [0, 0, 0, 0],
      );
      const mass = Math.sqrt(squared[0] ** 2 - squared[1] ** 2 - squared[2] ** 2 - squared[3] ** 2);
      expect(mass).toBeCloseTo(0.1349768, 12);
    }
  });

  it('take the amplitude that describes a step, in any order and for its conjugate', () => {
    expect(compileDecay('K- -> mu- pi- mu+').modelIds).toEqual(['kaon-pion-mu-pair']);
    expect(compileDecay('K+ -> mu- nu e+ e+').modelIds).toEqual(['flat']);
    expect(compileDecay('K+ -> pi+ mu+ mu-', { models: ['flat'] }).modelIds).toEqual(['flat']);
    const [plain, turned] = ['K+ -> pi+ mu+ mu-', 'K+ -> mu- mu+ pi+'].map((text) => run(compileDecay(text), 50));
    expect(turned.products[2].px).toEqual(plain.products[0].px);
    expect(turned.products[0].pz).toEqual(plain.products[2].pz);
    expect(turned.weight).toEqual(plain.weight);
  });

  it('say which products start displaced', () => {
    const hidden = { S: { mass: 0.3, lifetime: 'prompt' }, A: { mass: 0.1, lifetime: 0.5 } } as const;
    const compiled = compileDecay('K+ -> pi+ (S -> (A -> e+ e-) (A -> e- e+))', { hidden });
    expect(compiled.finalState.map((p) => p.name)).toEqual(['pi+', 'e+', 'e-', 'e-', 'e+']);
    expect(compiled.flights).toEqual([
      { name: 'A', mass: 0.1, lifetime: 0.5, products: [1, 2], within: -1 },
      { name: 'A', mass: 0.1, lifetime: 0.5, products: [3, 4], within: -1 },
    ]);
    const flying = compileDecay('K+ -> pi+ (S -> (A -> e+ e-) (A -> e- e+))', {
      hidden: { ...hidden, S: { mass: 0.3, lifetime: 2 } },
    });
    expect(flying.flights.map(({ products, within }) => [products, within])).toEqual([
      [[1, 2, 3, 4], -1],
      [[1, 2], 0],
      [[3, 4], 0],
    ]);
    expect(compileDecay('K+ -> pi+ (pi0 -> gamma gamma)').flights).toEqual([]);
    expect(compileDecay('a -> mu+ mu-', { hidden: { a: { mass: 1, lifetime: 3 } } }).flights).toEqual([]);
  });

  it('give the same bits for split blocks, growing or shrinking', () => {
    const compiled = compileDecay('K+ -> pi+ (pi0 -> e+ e- gamma) pi0');
    const tail = run(compiled, 40, 60);
    const whole = run(compiled, 100);
    expect(tail.weight).toEqual(whole.weight.subarray(60));
    expect(tail.products[2].py).toEqual(whole.products[2].py.subarray(60));
    expect(run(compileDecay('K+ -> pi+ (pi0 -> e+ e- gamma) pi0'), 40, 60)).toEqual(tail);
  });

  it('generate the region that a listed branching fraction is for', () => {
    for (const { decay, region } of branchingFractions) {
      const [step] = compileDecay(decay).normalisation.steps;
      // K⁺ → πγee, πππγ and π⁺ → μνγ have no amplitude here
      if (region !== undefined && step.model !== 'flat') {
        expect(region).toContain(step.region);
      } else expect(step.region).toBeUndefined();
    }
  });

  it('put products on their mass shells whatever is nested in what', () => {
    const pi0 = fc.constantFrom('pi0', '(pi0 -> gamma gamma)', '(pi0 -> e+ e- gamma)', '(pi0 -> e- e+ e+ e-)');
    const pion = fc.constantFrom('pi+', '(pi+ -> mu+ nu)', '(pi+ -> (mu+ -> e+ nu nubar) nu)');
    const hidden = fc.record({ mass: fc.double({ min: 0.02, max: 0.2, noNaN: true }), lifetime: fc.constant(1) });
    const text = fc.oneof(
      fc.tuple(pion, pi0, pi0).map((names) => `K+ -> ${names.join(' ')}`),
      fc.tuple(pi0, pion).map((names) => `K+ -> ${names.join(' ')} (a -> e+ e-)`),
    );
    fc.assert(
      fc.property(text, hidden, (decay, a) => {
        const compiled = compileDecay(decay, decay.includes('a ->') ? { hidden: { a } } : {});
        const { products, weight } = run(compiled, 20);
        for (let i = 0; i < 20; i++) {
          const energy = products.reduce((sum, p) => sum + p.energy[i], 0);
          expect(Math.abs(energy - compiled.parentMass)).toBeLessThan(1e-13);
          expect(weight[i]).toBeGreaterThanOrEqual(0);
          products.forEach((p, k) => {
            const { mass } = compiled.finalState[k];
            const squared = p.energy[i] ** 2 - p.px[i] ** 2 - p.py[i] ** 2 - p.pz[i] ** 2;
            expect(Math.abs(squared - mass * mass)).toBeLessThan(1e-13);
          });
        }
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it('take models for hidden particles only when asked, and carry their spin', () => {
    const hidden = { N: { mass: 0.3, lifetime: 10 } };
    const text = 'K+ -> e+ (N -> e+ mu- nu)';
    expect(compileDecay(text, { hidden }).modelIds).toEqual(['flat', 'flat']);
    const polarised = compileDecay(text, { hidden, models: ['hnl-e-to-e-mu-violating'] });
    expect(polarised.modelIds).toEqual(['hnl-e-to-e-mu-violating']);
    expect(polarised.flights.map(({ name, products }) => [name, products])).toEqual([['N', [1, 2, 3]]]);
    // N from K⁺ → e⁺N has helicity +½, which the energies of its products in the kaon's frame show
    const mean = (models: string[], of: number) => {
      const { products, weight } = run(compileDecay(text, { hidden, models }), 20000);
      let sum = 0;
      for (let i = 0; i < 20000; i++) sum += weight[i] * products[of].energy[i];
      return sum / 20000;
    };
    const violating = mean(['hnl-e-to-e-mu-violating'], 2);
    const unpolarised = mean(['hnl-to-e-mu'], 2);
    expect(Math.abs(violating / unpolarised - 1)).toBeGreaterThan(0.05);
  });

  it.each([
    [{ hidden: { pi0: { mass: 0.1, lifetime: 'prompt' as const } } }, /name of a known one/],
    [{ hidden: { b: { mass: 0.1, lifetime: 'prompt' as const } } }, /'b' does not occur/],
    [{ hidden: { a: { mass: 0.1, lifetime: -1 } } }, /lifetime of 'a'/],
    [{ hidden: { a: { mass: Number.NaN, lifetime: 1 } } }, /mass of 'a'/],
    [{ hidden: { a: { mass: 0.5, lifetime: 1 } } }, /too light/],
    [{}, /unknown particle 'a'/],
    [{ hidden: { a: { mass: 0.1, lifetime: 1 } }, models: ['kaon-pion-mu-pear'] }, /Did you mean 'kaon-pion-mu-pair'/],
  ])('refuse %o', (options, message) => {
    expect(() => compileDecay('K+ -> pi+ a', options)).toThrow(message);
    expect(() => compileDecay('K+ -> pi+ a', options)).toThrow(InvalidInput);
  });
});
