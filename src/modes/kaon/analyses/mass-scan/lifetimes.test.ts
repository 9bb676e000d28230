import { describe, expect, it } from 'vitest';
import { exp } from '../../../../math/elementary.ts';
import { positiveRanges } from './coupling.ts';
import { relativeAcceptance } from './lifetimes.ts';

const column = (value: number) => ({ value, error: 0 });
const table = {
  particle: 'a',
  masses: [0.2, 0.3],
  lifetimes: [0, 0.01, 1],
  acceptance: [
    [column(1), column(0.8), column(0.1)],
    [column(1), column(0.6), column(0.2)],
  ],
};

describe('relativeAcceptance', () => {
  it('gives the table at its points, and stays constant beyond the masses', () => {
    expect(relativeAcceptance(table, 0.2, 0.01)).toBeCloseTo(0.8, 12);
    expect(relativeAcceptance(table, 0.3, 1)).toBeCloseTo(0.2, 12);
    expect(relativeAcceptance(table, 0.1, 0.01)).toBeCloseTo(0.8, 12);
    expect(relativeAcceptance(table, 0.9, 0.01)).toBeCloseTo(0.6, 12);
  });

  it('is linear in the mass and in ln cτ, linear down to prompt, 1/cτ beyond', () => {
    expect(relativeAcceptance(table, 0.25, 0.01)).toBeCloseTo(0.7, 12);
    expect(relativeAcceptance(table, 0.2, 0.1)).toBeCloseTo(0.45, 12);
    expect(relativeAcceptance(table, 0.2, 0.005)).toBeCloseTo(0.9, 12);
    expect(relativeAcceptance(table, 0.2, 0)).toBe(1);
    expect(relativeAcceptance(table, 0.2, 10)).toBeCloseTo(0.01, 12);
  });
});

describe('positiveRanges', () => {
  it('finds both ends of a range, several ranges, and none', () => {
    const [[low, high]] = positiveRanges(1e-3, 1e3, (x) => (x < 1 ? x - 0.1 : 10 - x));
    expect(low).toBeCloseTo(0.1, 3);
    expect(high).toBeCloseTo(10, 1);
    expect(positiveRanges(1, exp(2), () => -1)).toEqual([]);
    expect(positiveRanges(1, exp(2), () => 1)).toEqual([[1, exp(2)]]);
    expect(positiveRanges(0.01, 100, (x) => (x - 0.1) * (x - 1) * (x - 10))).toHaveLength(2);
  });
});
