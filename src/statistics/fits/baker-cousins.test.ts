import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { bakerCousins, bakerCousinsBin } from './baker-cousins.ts';
import fixtures from './fits.fixture.json' with { type: 'json' };

describe('bakerCousins', () => {
  it.each(fixtures.bakerCousins)('agrees with 2(log pmf(n|n) − log pmf(n|μ)) of scipy, case %#', ({ n, mu, value }) => {
    expect(bakerCousins(n, mu)).toBeCloseTo(value, 10);
  });

  it('keeps its digits near n = μ', () => {
    // mpmath, 40 digits: 2(μ − n + n ln(n/μ)) for n = 1000 and μ = 1000.001, 999.5, 1001.1
    for (const { n, mu, value } of fixtures.bakerCousinsNear) {
      expect(Math.abs(bakerCousinsBin(n, mu) / value - 1)).toBeLessThan(1e-9);
    }
  });

  it('behaves at the edges', () => {
    expect(bakerCousinsBin(0, 0)).toBe(0);
    expect(bakerCousinsBin(0, 2.5)).toBe(5);
    expect(bakerCousinsBin(3, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is not negative, and zero only where n = μ', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (n, ratio) => {
          const value = bakerCousinsBin(n, n * ratio);
          if (ratio === 1) expect(value).toBe(0);
          else expect(value).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('refuses bad columns', () => {
    expect(() => bakerCousins([1], [1, 2])).toThrow(InvalidInput);
    expect(() => bakerCousins([-1], [1])).toThrow(/observed\[0\]: -1/);
    expect(() => bakerCousins([Number.NaN], [1])).toThrow(InvalidInput);
    expect(() => bakerCousins([1], [-0.5])).toThrow(/expected\[0\]/);
  });
});
