import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beestonBarlowLiteFactor } from './beeston-barlow-lite.ts';
import { binnedSlopes, binnedStatistics, binnedTerm } from './binned-statistic.ts';

describe('binnedTerm', () => {
  it.each(binnedStatistics)('%s has the slopes of its finite differences', (statistic) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        fc.double({ min: 0.05, max: 30, noNaN: true }),
        (n, mu, v) => {
          const slopes = new Float64Array(2);
          binnedSlopes(statistic, n, mu, v, slopes);
          const h = 1e-5;
          const alongMu = (binnedTerm(statistic, n, mu + h, v) - binnedTerm(statistic, n, mu - h, v)) / (2 * h);
          const alongV = (binnedTerm(statistic, n, mu, v + h) - binnedTerm(statistic, n, mu, v - h)) / (2 * h);
          expect(Math.abs(slopes[0] - alongMu)).toBeLessThan(1e-4 * (1 + Math.abs(alongMu)));
          expect(Math.abs(slopes[1] - alongV)).toBeLessThan(1e-4 * (1 + Math.abs(alongV)));
        },
      ),
    );
  });

  it('profiles the template factor: no other factor does better', () => {
    const [n, mu, v] = [12, 10, 4];
    const at = (beta: number) => binnedTerm('poisson', n, beta * mu, 0) + (((beta - 1) * mu) / Math.sqrt(v)) ** 2;
    const best = beestonBarlowLiteFactor(n, mu, 2);
    expect(binnedTerm('poisson-template', n, mu, v)).toBeCloseTo(at(best), 12);
    for (const beta of [best - 0.01, best + 0.01, 1, 1.2]) {
      expect(at(beta)).toBeGreaterThan(binnedTerm('poisson-template', n, mu, v));
    }
  });

  it('gives the textbook χ²', () => {
    expect(binnedTerm('chi2-pearson', 12, 9, 7)).toBeCloseTo(9 / 16, 14);
    expect(binnedTerm('chi2-neyman', 12, 9, 6)).toBeCloseTo(0.5, 14);
    expect(binnedTerm('chi2-neyman', 0, 9, 0)).toBe(0);
    expect(binnedTerm('chi2-pearson', 3, 0, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(binnedTerm('chi2-pearson', 0, 0, 0)).toBe(0);
    expect(binnedTerm('poisson', 0, -1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(binnedTerm('poisson-template', 2, -1, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
