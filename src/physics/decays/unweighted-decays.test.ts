import { describe, expect, it } from 'vitest';
import { streamKey } from '../../math/random/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { compileDecay } from './compile-decay.ts';
import { unweightedDecays } from './unweighted-decays.ts';

describe('decays that count alike', () => {
  // L. Michel: for m_e → 0 the density of x = 2E/m_μ is 2x²(3 − 2x), mean 7/10, variance 0.04333. Five standard
  // errors and 2e-4 for the mass of the electron: false alarm 6e-7.
  it('have the spectrum of the amplitude', () => {
    const count = 40_000;
    const decays = unweightedDecays(compileDecay('mu+ -> e+ nu nu'), streamKey(1, 'michel'), count);
    decays.next(count);
    const mass = 0.1056583755;
    const mean = decays.products[0].energy.reduce((sum, energy) => sum + (2 * energy) / mass / count, 0);
    expect(Math.abs(mean - 0.7)).toBeLessThan(5 * Math.sqrt(0.04333 / count) + 2e-4);
  });

  it('come in one order, however many are asked for at a time', () => {
    const compiled = compileDecay('K+ -> pi+ (pi0 -> gamma gamma) pi0');
    const once = unweightedDecays(compiled, streamKey(2, 'order'), 3000);
    once.next(3000);
    const parts = unweightedDecays(compiled, streamKey(2, 'order'), 1000);
    for (let at = 0; at < 3000; at += 1000) {
      parts.next(1000);
      expect(parts.products[1].pz).toEqual(once.products[1].pz.slice(at, at + 1000));
      expect(parts.trials).toBeGreaterThanOrEqual(at + 1000);
    }
    expect(() => parts.next(1001)).toThrow(RangeError);
  });

  it('take the quick way where there is one', () => {
    const flat = compileDecay('K+ -> pi+ pi- pi+ e+ e-', { models: ['flat'] });
    expect(unweightedDecays(flat, streamKey(1, 'a'), 10).simd).toBe(true);
    expect(unweightedDecays(compileDecay('K+ -> pi+ pi0 pi0'), streamKey(1, 'a'), 10).simd).toBe(false);
  });

  it.each(['K+ -> pi+ pi+ pi-', 'K+ -> pi+ (pi0 -> e+ e- gamma)', 'K+ -> pi+ e+ e- e+ e-'])(
    'are refused where no bound is known: %s',
    (decay) => {
      expect(() => unweightedDecays(compileDecay(decay), streamKey(1, 'a'), 10)).toThrow(InvalidInput);
      expect(() => unweightedDecays(compileDecay(decay), streamKey(1, 'a'), 10)).toThrow('no bound is known');
    },
  );
});
