import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { particles, withParticles } from '../particles/index.ts';
import { parseDecay } from './parse-decay.ts';
import { canonicalDecay, printDecay } from './print-decay.ts';

describe('decay strings', () => {
  it('reads nested decays', () => {
    const decay = parseDecay('K+ -> pi+ (pi0 -> e+ e- gamma)');
    expect(decay.finalState.map((p) => p.name)).toEqual(['pi+', 'e+', 'e-', 'gamma']);
    expect(decay.root.products[1].products).toHaveLength(3);
    expect(printDecay(decay.root)).toBe('K+ -> pi+ (pi0 -> e+ e- gamma)');
  });

  it('has one canonical text for every order of the products', () => {
    const one = parseDecay('K+ -> (pi0->gamma e- e+)  pi+');
    const other = parseDecay('K+ -> pi+ (pi0 -> e+ e- gamma)');
    expect(one.canonical).toBe(other.canonical);
    expect(printDecay(one.root)).not.toBe(printDecay(other.root));
  });

  it('recognises identical products', () => {
    expect(parseDecay('K+ -> pi+ pi- pi+').identical).toEqual([[0, 2]]);
    expect(parseDecay('pi0 -> gamma gamma').identical).toEqual([[0, 1]]);
    expect(parseDecay('K+ -> pi+ e+ e-').identical).toEqual([]);
  });

  it.each([
    ['K+ -> pi- mu+ mu+', { lepton: -2, muon: -2, electron: 0 }],
    ['K+ -> pi+ mu- e+', { lepton: 0, muon: 1, electron: -1 }],
    ['K+ -> mu+ nu_mu', { lepton: 0, muon: 0 }],
    ['K+ -> mu- nu e+ e+', { lepton: 0, muon: 1, electron: -2, unstated: 1 }],
    ['mu- -> e- nu_mu nu_ebar', { lepton: 0, muon: 0, electron: 0 }],
    ['tau- -> mu- gamma', { lepton: 0, tau: -1, muon: 1 }],
  ])('reports lepton numbers: %s', (text, changes) => {
    expect(parseDecay(text).changes).toMatchObject({ charge: 0, ...changes });
  });

  it('names the sums when charge is not conserved', () => {
    expect(() => parseDecay('K+ -> pi- mu+ e-')).toThrow(/K\+ has \+1, pi- mu\+ e- have -1 together/);
    expect(() => parseDecay('K+ -> pi+ (pi0 -> e+ e+ gamma)')).toThrow(/pi0 has 0, e\+ e\+ gamma have \+2/);
    expect(parseDecay('!charge K+ -> pi- mu+ e-').changes.charge).toBe(-2);
  });

  it('refuses closed decays with the masses', () => {
    expect(() => parseDecay('K+ -> pi+ pi+ pi- pi0')).toThrow(/0\.493677 GeV.*too light/);
    expect(() => parseDecay('pi0 -> mu+ mu-')).toThrow(InvalidInput);
  });

  it('reads particles that a user adds', () => {
    const table = withParticles(particles, [{ name: 'a', mass: 0.1 }]);
    expect(parseDecay('K+ -> pi+ (a -> e+ e-) (a -> e+ e-)', table).finalState).toHaveLength(5);
  });

  it.each([
    ['', /starts with its parent/],
    ['K+', /expected '->'/],
    ['K+ ->', /no products/],
    ['K+ -> pi+', /one product/],
    ['K+ -> pi+ (pi0 -> gamma gamma', /not closed/],
    ['K+ -> pi+ pi0)', /after the end/],
    ['K+ -> pi+ -> mu+ nu', /second '->'/],
    ['K+ -> pi+ pizero', /unknown particle 'pizero'/],
    ['K+ -> pi+ () pi0', /starts with its parent/],
    [`K+${' '.repeat(1000)}`, /at most 1000 characters/],
    [`${'(K+ -> '.repeat(30)}`, /starts with its parent/],
  ])('refuses %s', (text, message) => {
    expect(() => parseDecay(text)).toThrow(message);
    expect(() => parseDecay(text)).toThrow(InvalidInput);
  });

  it('prints what it reads, and reads what it prints', () => {
    const leaf = fc.constantFrom('gamma', 'nu', 'e+ e-', 'pi0', '(pi0 -> gamma gamma)', '(pi0 -> e+ e- gamma)');
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 3 }), (products) => {
        const decay = parseDecay(`K_L -> ${products.join(' ')} gamma`);
        expect(parseDecay(printDecay(decay.root)).canonical).toBe(decay.canonical);
        const again = parseDecay(decay.canonical);
        expect(canonicalDecay(again.root)).toBe(decay.canonical);
        expect(printDecay(again.root)).toBe(decay.canonical);
      }),
    );
  });

  it('never fails with anything but InvalidInput', () => {
    const token = fc.constantFrom('K+', 'pi+', 'pi0', '->', '(', ')', '!charge', 'x', ' ', 'gamma', '+');
    fc.assert(
      fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
        try {
          parseDecay(tokens.join(' '));
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
