import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../../schema/index.ts';
import { ratePrediction } from './prediction.ts';
import { amplitudeOf, exponentsOf } from './template.ts';

const SIZE = 0.493677 * 0.493677;
const gammas = { of: ['gamma'], size: SIZE };
const whole = [
  [0, 0.2],
  [0.2, 0.52],
] as const;
const SETS: readonly (readonly [set: string, polynomial: readonly number[]])[] = [
  // Coefficients of 1, ĉ, ĉ² in 10⁻⁷, and rates, by quadrature in a program of its own.
  ['kaon-pion-two-photon', [7.57964, 1.39885, 0.32468]],
  ['kaon-pion-two-photon-bijnens-dhonte-persson', [7.03061, 1.01061, 0.32468]],
  ['kaon-pion-two-photon-p4', [5.73334, 1.63302, 0.32468]],
];

describe('ratePrediction', () => {
  it.each(SETS)('branching ratio of %s as a polynomial of ĉ', (model, polynomial) => {
    const prediction = ratePrediction(
      { decay: 'K+ -> pi+ gamma gamma', models: [model] },
      'chat',
      gammas,
      whole,
      1 << 17,
    );
    const rate = new Float64Array(2);
    for (const chat of [-2, 0, 1.144, 3]) {
      prediction.evaluate([chat], rate);
      const known = 1e-7 * (polynomial[0] + chat * (polynomial[1] + chat * polynomial[2]));
      expect((rate[0] + rate[1]) / known).toBeCloseTo(1, 2);
    }
  });

  it('branching ratio above z = 0.2 and rate at three values of z', () => {
    const bins = [
      [0.195, 0.205],
      [0.345, 0.355],
      [0.395, 0.405],
    ] as const;
    const sample = { decay: 'K+ -> pi+ gamma gamma' };
    const rate = new Float64Array(3);
    ratePrediction(sample, 'chat', gammas, bins, 1 << 19).evaluate([1.144], rate);
    [3.52034e-7, 5.35583e-6, 4.68724e-6].forEach((known, i) => {
      expect(rate[i] / 0.01 / known).toBeGreaterThan(0.97);
      expect(rate[i] / 0.01 / known).toBeLessThan(1.03);
    });
    const upper = new Float64Array(2);
    ratePrediction(sample, 'chat', gammas, whole, 1 << 17).evaluate([1.144], upper);
    expect(upper[1] / 9.387e-7).toBeCloseTo(1, 2);
  });

  it('K⁺ → π⁺μ⁺μ⁻ with the Coulomb factor: 9.107e-8, and its other solution gives the same rate', () => {
    const sample = { decay: 'K+ -> pi+ mu+ mu-' };
    const rate = new Float64Array(1);
    const prediction = ratePrediction(
      sample,
      'form-factor',
      { of: ['mu+', 'mu-'], size: SIZE },
      [[0.18, 0.52]],
      1 << 17,
    );
    prediction.evaluate([-0.575, -0.722], rate);
    expect(rate[0] / 9.107e-8).toBeCloseTo(1, 2);
    prediction.evaluate([0.37, 2.0], rate);
    expect(rate[0] / 9.107e-8).toBeGreaterThan(0.93);
    expect(rate[0] / 9.107e-8).toBeLessThan(1.07);
  });

  it('refuses bins that do not ascend, strangers, and amplitudes without the reweighting', () => {
    const sample = { decay: 'K+ -> pi+ gamma gamma' };
    const twisted = [
      [0.3, 0.4],
      [0.2, 0.3],
    ] as const;
    expect(() => ratePrediction(sample, 'chat', gammas, twisted, 4096)).toThrow('bins[1]');
    expect(() => ratePrediction(sample, 'chat', { of: ['mu+'], size: SIZE }, whole, 4096)).toThrow(InvalidInput);
    expect(() => ratePrediction(sample, 'chatt', gammas, whole, 4096)).toThrow('chat');
  });
});

describe('exponentsOf', () => {
  it('reads the powers off the monomials', () => {
    const { reweighting } = amplitudeOf({ decay: 'K+ -> pi+ mu+ mu-' }, 'form-factor', 'test');
    const names: Record<string, number[]> = {
      '1': [0, 0],
      'a²': [2, 0],
      'b²': [0, 2],
      ab: [1, 1],
      a: [1, 0],
      b: [0, 1],
    };
    exponentsOf(reweighting).forEach((powers, k) => {
      expect(powers).toEqual(names[reweighting.monomials[k]]);
    });
  });
});
