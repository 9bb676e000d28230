import { expect, it } from 'vitest';
import { branchingFraction } from '../particles/branching-fractions.ts';
import { nestedBranchingFraction } from '../particles/nested-branching-fraction.ts';
import { decayModel } from './choose-model.ts';
import { generatedRangeFactor } from './generated-range.ts';

const factor = (decay: string, models: readonly string[] = []) =>
  generatedRangeFactor(decay, nestedBranchingFraction(decay).regions ?? {}, { models });

it.each([
  ['K+ -> mu+ nu e+ e-', 'kaon-mu-neutrino-e-pair'],
  ['K+ -> e+ nu e+ e-', 'kaon-e-neutrino-e-pair'],
])('the whole range of %s against the widths integrated elsewhere', (decay, id) => {
  const { value, error } = factor(decay, [`${id}-full`]);
  const expected = decayModel(`${id}-full`).meanWeight!.value / decayModel(id).meanWeight!.value;
  expect(error / value).toBeLessThan(0.02);
  // six standard errors: 2e-9
  expect(Math.abs(value / expected - 1)).toBeLessThan(6 * (error / value + 1e-3));
});

it('the wide range of K⁺ → π⁺π⁰γ, whose region is of another variable', () => {
  const { value, error } = factor('K+ -> pi+ pi0 gamma', ['kaon-two-pion-photon-wide']);
  expect(value).toBeGreaterThan(1);
  expect(error / value).toBeLessThan(0.02);
  expect(factor('K+ -> (pi0 -> gamma gamma) gamma pi+', ['kaon-two-pion-photon-wide']).value).toBe(value);
});

it('flat phase space is cut by the region that the amplitude knows', () => {
  const { value } = factor('K+ -> mu+ nu e+ e-', ['flat']);
  // most of flat phase space lies above m(ee) = 145 MeV, little of the decay's rate does
  expect(value).toBeGreaterThan(1.1);
  expect(value).toBeLessThan(10);
});

it('is 1 where the region is generated, and for fractions of all decays', () => {
  expect(factor('K+ -> mu+ nu e+ e-').value).toBe(1);
  expect(factor('K+ -> pi+ (pi0 -> e+ e- gamma)').value).toBe(1);
  expect(nestedBranchingFraction('K+ -> pi+ pi0')).not.toHaveProperty('regions');
  expect(nestedBranchingFraction('K+ -> pi+ (pi0 -> gamma gamma) gamma').regions).toEqual({
    'K+ -> pi+ pi0 gamma': branchingFraction('K+ -> pi+ pi0 gamma').region,
  });
});

it('refuses a region that no amplitude knows', () => {
  expect(() => factor('K+ -> pi+ pi+ pi- gamma')).toThrow('holds for E(gamma) > 30 MeV, and no amplitude knows');
});
