import { describe, expect, it } from 'vitest';
import { parseDecay } from './parse-decay.ts';
import { typedDecay } from './typed-decay.ts';

describe('typedDecay', () => {
  it.each([
    ['K⁺ → π⁺π⁺π⁻', 'K+ -> pi+ pi+ pi-'],
    ['K⁺ → π⁺π⁰', 'K+ -> pi+ pi0'],
    ['K⁺ → μ⁻νe⁺e⁺', 'K+ -> mu- nu e+ e+'],
    ['K⁺ → π⁺νν̄', 'K+ -> pi+ nu nubar'],
    ['K⁺ → π⁺γγ', 'K+ -> pi+ gamma gamma'],
    ['K⁺ → π⁺π⁰, π⁰ → e⁺e⁻γ', 'K+ -> pi+ (pi0 -> e+ e- gamma)'],
    ['K+ -> π+ (π0 → e+ e- γ)', 'K+ -> pi+ (pi0 -> e+ e- gamma)'],
    ['K+ -> pi+ pi0', 'K+ -> pi+ pi0'],
  ])('%s is %s', (printed, typed) => {
    expect(parseDecay(typedDecay(printed)).canonical).toBe(parseDecay(typed).canonical);
  });
});
