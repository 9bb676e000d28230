import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as special from './index.ts';

type Table = readonly (readonly number[])[];
const fixture: Record<string, Table> = JSON.parse(
  readFileSync(new URL('./special-functions.fixture.json', import.meta.url), 'utf8'),
);
const functions = special as unknown as Record<string, (...x: number[]) => number>;

/** 1e-14 relative; far in a tail p, the exponent itself carries a rounding of about |ln p| · 2⁻⁵³. */
const tolerance = (want: number): number => 1e-14 + 4e-16 * Math.abs(Math.log(Math.abs(want)));

describe('special functions against mpmath', () => {
  for (const [name, rows] of Object.entries(fixture)) {
    it(`${name}: ${rows.length} points`, () => {
      expect(rows.length).toBeGreaterThan(10);
      for (const row of rows) {
        const want = row[row.length - 1];
        const got = functions[name](...row.slice(0, -1));
        const error = Math.abs(got / want - 1);
        const small = name === 'gammaQ' && row[0] < 1 && row[1] < 1.5;
        expect(error, `${name}(${row.slice(0, -1)})`).toBeLessThan(small ? 1e-13 : tolerance(want));
      }
    });
  }
});

describe('inverses and edges', () => {
  it('gamma quantiles go back, in both tails', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 4, noNaN: true }),
        fc.double({ min: -40, max: -0.31, noNaN: true }),
        (la, lp) => {
          const a = 10 ** la;
          const p = 10 ** lp;
          const x = special.gammaPInverse(a, p);
          if (x > 1e-290) expect(special.gammaP(a, x) / p).toBeCloseTo(1, 10);
          const y = special.gammaQInverse(a, p);
          if (y > 1e-290) expect(special.gammaQ(a, y) / p).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  it('normal quantile goes back', () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: -0.302, noNaN: true }), (lp) => {
        const p = 10 ** lp;
        expect(special.normalCdf(special.normalQuantile(p)) / p).toBeCloseTo(1, 10);
      }),
    );
  });

  it('chi-square quantiles of one degree of freedom: 2.7055 (90 %), 3.8415 (95 %)', () => {
    expect(special.chiSquareQuantile(0.9, 1)).toBeCloseTo(2.7055434540954, 12);
    expect(special.chiSquareQuantile(0.95, 1)).toBeCloseTo(3.8414588206941, 12);
    expect(special.chiSquareQuantile(0.1, 1)).toBeCloseTo(0.0157907740934312, 14);
    expect(special.chiSquareQuantile(0.9, 2)).toBeCloseTo(2 * Math.log(10), 12);
  });

  it('the Poisson quantile is the smallest n that reaches p', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.9999, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (p, mean) => {
          const n = special.poissonQuantile(p, mean);
          expect(special.poissonCdf(n, mean)).toBeGreaterThanOrEqual(p);
          if (n > 0) expect(special.poissonCdf(n - 1, mean)).toBeLessThan(p);
        },
      ),
    );
  });

  it('limits at the ends of the domain', () => {
    expect(special.gammaP(3, 0)).toBe(0);
    expect(special.gammaQ(3, 0)).toBe(1);
    expect(special.gammaQ(3, Number.POSITIVE_INFINITY)).toBe(0);
    expect(special.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(special.normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(special.normalQuantile(0.5)).toBe(0);
    expect(special.poissonPmf(0, 0)).toBe(1);
    expect(special.poissonPmf(3, 0)).toBe(0);
    expect(special.poissonCdf(-1, 2)).toBe(0);
    expect(special.poissonAtLeast(0, 2)).toBe(1);
    expect(special.betaIncomplete(2, 3, 0)).toBe(0);
    expect(special.betaIncomplete(2, 3, 1)).toBe(1);
  });

  it('refuses what is outside, and NaN', () => {
    for (const bad of [
      () => special.logGamma(0),
      () => special.logGamma(Number.NaN),
      () => special.gammaP(-1, 2),
      () => special.gammaQ(1, -2),
      () => special.gammaQ(1, Number.NaN),
      () => special.normalQuantile(1.2),
      () => special.normalCdf(Number.NaN),
      () => special.erfc(Number.NaN),
      () => special.betaIncomplete(1, 1, 2),
      () => special.poissonPmf(1.5, 2),
      () => special.poissonPmf(1, -2),
      () => special.poissonQuantile(1, 3),
      () => special.chiSquareQuantile(2, 1),
    ])
      expect(bad).toThrow(RangeError);
  });
});
