import { describe, expect, it } from 'vitest';
import { parseDecay } from '../physics/decay-strings/index.ts';
import { eventTree } from './decay-events.ts';
import { withNeutrinoFlavours } from './neutrino-flavour.ts';

const numbers = (text: string): number[] =>
  withNeutrinoFlavours(eventTree(text, parseDecay(text))).particles.map(({ pdgId }) => pdgId);

describe('withNeutrinoFlavours', () => {
  it.each([
    ['K+ -> mu+ nu', [321, -13, 14]],
    ['K+ -> pi0 e+ nu', [321, 111, -11, 12]],
    ['K- -> mu- nubar', [-321, 13, -14]],
    ['K+ -> mu+ nu e+ e-', [321, -13, 14, -11, 11]],
    ['K+ -> pi+ pi+ (pi- -> mu- nubar)', [321, 211, 211, -211, 13, -14]],
    ['K+ -> mu- nu_e e+ e+', [321, 13, 12, -11, -11]],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it.each(['K+ -> mu- nu e+ e+', 'K+ -> pi+ nu nubar'])('refuses %s, with the names', (text) => {
    expect(() => numbers(text)).toThrow(/no single charged lepton.*nu_e, nu_mu/);
  });
});
