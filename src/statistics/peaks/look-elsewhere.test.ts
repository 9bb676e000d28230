import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { globalByToys, grossVitells, trialsEstimate, upCrossings } from './look-elsewhere.ts';

describe('Gross–Vitells', () => {
  it.each([
    [3, 7.267e-2, 1.456],
    [4, 2.185e-3, 2.85],
    [5, 2.421e-5, 4.063],
  ])('Z = %d with 5 up-crossings of 0.5 (arXiv:1005.1891, evaluated apart)', (z, p, global) => {
    const result = grossVitells(z, 5, 0.5);
    expect(Math.abs(result.p / p - 1)).toBeLessThan(3e-4);
    expect(result.significance).toBeCloseTo(global, 3);
  });

  it('gives the local p-value when there is nowhere else to look, and 1 when it cannot say', () => {
    expect(grossVitells(2, 0, 0.5).p).toBeCloseTo(2.275013e-2, 8);
    expect(grossVitells(0.5, 5, 0.5).p).toBe(1);
    expect(grossVitells(-3, 5, 0.5).p).toBe(1);
    expect(grossVitells(0.8, 50, 0.5).p).toBe(1);
    expect(() => grossVitells(3, Number.NaN, 0.5)).toThrow(InvalidInput);
  });

  it('counts rises through a level', () => {
    expect(upCrossings([0, 1, 2, 0, 0.5, 0.6, 0.5, 3], 0.5)).toBe(3);
    expect(upCrossings([1, 0, 0.2], 0.5)).toBe(0);
    expect(upCrossings([], 0.5)).toBe(0);
  });
});

describe('global p-value by toys', () => {
  it('counts ties and states its error', () => {
    const result = globalByToys(4, [1, 4, 5, 3.9999999999, 2, 0, 1, 1, 1, 1]);
    expect(result.atLeast).toBe(3);
    expect(result.p).toBeCloseTo(0.3, 12);
    expect(result.error).toBeCloseTo(Math.sqrt(0.021), 12);
    expect(result.upperBound).toBeNull();
  });

  it('bounds p when no toy reaches the data', () => {
    expect(globalByToys(9, [1, 2]).upperBound).toBeCloseTo(1.1513, 4);
    expect(() => globalByToys(1, [])).toThrow(InvalidInput);
  });

  it('has a quick estimate for independent places', () => {
    expect(trialsEstimate(0.01, 100)).toBeCloseTo(1 - 0.99 ** 100, 12);
    expect(trialsEstimate(0.01, 0)).toBe(0);
  });
});
