import { describe, expect, it } from 'vitest';
import { bend, fillNormsys, histosysCodes, normsysCodes, normsysFactor, normsysWidth } from './interpolation.ts';

/** Values for (low, nominal, high) = (8, 10, 13), worked out from the definitions by another program. */
const alphas = [-2, -0.5, 0.25, 0.5, 1.5, 2];
const table: Record<string, readonly number[]> = {
  code0: [6, 9, 10.75, 11.5, 14.5, 16],
  code1: [6.4, 8.94427191, 10.67789972, 11.40175425, 14.82228053, 16.9],
  code2: [6.5, 8.875, 10.65625, 11.375, 14.75, 16.5],
  code4: [6.4, 8.92275838, 10.65300598, 11.38282599, 14.82228053, 16.9],
  code4p: [6, 8.94824219, 10.68119812, 11.44824219, 14.5, 16],
};
const out = new Float64Array(3);
const row = new Float64Array(normsysWidth);

function additive(code: (typeof histosysCodes)[number], alpha: number, side = 1): number[] {
  bend(code, alpha, side, out);
  const [s, d] = [2.5, 0.5];
  return [10 + alpha * s + out[0] * d, s + out[1] * d, out[2] * d];
}

function factor(code: (typeof normsysCodes)[number], alpha: number, side = 1): number[] {
  fillNormsys(code, 1.3, 0.8, row, 0, 'test');
  normsysFactor(code, row, 0, alpha, side, out);
  return [...out].map((x) => 10 * x);
}

describe('interpolation codes', () => {
  for (const code of histosysCodes)
    it(`histosys ${code}`, () => {
      for (const [k, alpha] of alphas.entries()) expect(additive(code, alpha)[0]).toBeCloseTo(table[code][k], 8);
    });
  for (const code of normsysCodes)
    it(`normsys ${code}`, () => {
      for (const [k, alpha] of alphas.entries()) expect(factor(code, alpha)[0]).toBeCloseTo(table[code][k], 8);
    });

  it('first and second derivatives are those of the value', () => {
    const h = 1e-5;
    for (const alpha of [-2.3, -1.4, -0.7, -0.1, 0.2, 0.9, 1.3, 3])
      for (const at of [
        ...histosysCodes.map((code) => (x: number) => additive(code, x)),
        ...normsysCodes.map((code) => (x: number) => factor(code, x)),
      ]) {
        expect(at(alpha)[1]).toBeCloseTo((at(alpha + h)[0] - at(alpha - h)[0]) / (2 * h), 7);
        expect(at(alpha)[2]).toBeCloseTo((at(alpha + h)[1] - at(alpha - h)[1]) / (2 * h), 6);
      }
  });

  it('codes 4, 4p and 2 join smoothly at ±1, 0 and 1 kink at zero', () => {
    for (const join of [-1, 1]) {
      for (const k of [0, 1, 2]) expect(factor('code4', join * (1 - 1e-9))[k]).toBeCloseTo(factor('code4', join)[k], 6);
      for (const k of [0, 1])
        expect(additive('code4p', join * (1 - 1e-9))[k]).toBeCloseTo(additive('code4p', join)[k], 6);
      for (const k of [0, 1])
        expect(additive('code2', join * (1 - 1e-9))[k]).toBeCloseTo(additive('code2', join)[k], 6);
    }
    expect(additive('code0', 0, 1)[1]).toBe(3);
    expect(additive('code0', 0, -1)[1]).toBe(2);
    expect(factor('code1', 0, 1)[1]).not.toBeCloseTo(factor('code1', 0, -1)[1], 3);
  });

  it('refuses exponential codes of factors that are not positive', () => {
    expect(() => fillNormsys('code4', 1.1, 0, row, 0, 'channels[0]')).toThrow(
      /channels\[0\]: found hi 1.1 and lo 0; code4/,
    );
    expect(() => fillNormsys('code2', 1.1, 0, row, 0, 'channels[0]')).not.toThrow();
  });
});
