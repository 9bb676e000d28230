import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asGiven, decade, fixed, significant, withError } from './number-text.ts';

describe('numbers as text', () => {
  it.each([
    [0, '0'],
    [42, '42'],
    [100000, '100000'],
    [-3, '−3'],
    [1234567, '1.23×10^{6}'],
    [0.0144, '0.0144'],
    [0.99999, '1.00'],
    [99999.6, '1.00×10^{5}'],
    [3.5e-11, '3.50×10^{-11}'],
    [-8.1e-11, '−8.10×10^{-11}'],
    [5e-324, '4.94×10^{-324}'],
    [null, '–'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%s is written %s', (value, text) => {
    expect(significant(value)).toBe(text);
  });

  it.each([
    [8.1e-11, '8.1×10^{-11}'],
    [0.26, '0.26'],
    [1.97e12, '1.97×10^{12}'],
    [0.9 * 1e-3, '9×10^{-4}'],
    [1 / 3, '0.3333'],
    [null, '–'],
  ])('%s is written with the digits it was given, %s', (value, text) => {
    expect(asGiven(value)).toBe(text);
  });

  // The rounding rule of the Review of Particle Physics, introduction, section 5.3.
  it.each([
    [0.827, 0.119, '0.83 ± 0.12'],
    [0.827, 0.367, '0.8 ± 0.4'],
    [1.97e12, 7e10, '(1.97 ± 0.07)×10^{12}'],
    [3.512e-11, 1.3e-12, '(3.51 ± 0.13)×10^{-11}'],
    [-0.575, 0.012, '−0.575 ± 0.012'],
    [0, 0.2, '0.00 ± 0.20'],
    [5, null, '5'],
    [5, 0, '5'],
    [null, 1, '–'],
    [1, Number.POSITIVE_INFINITY, '1 ± ∞'],
  ])('%s with the error %s is written %s', (value, error, text) => {
    expect(withError(value, error)).toBe(text);
  });

  it('never writes a negative zero', () => {
    expect(fixed(-0.001, 2)).toBe('0.00');
  });

  it('finds the decade of any positive number', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        const n = decade(value);
        expect(Number(`1e${n}`) <= value && value < Number(`1e${n + 1}`)).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
