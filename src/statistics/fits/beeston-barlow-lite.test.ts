import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { beestonBarlowLiteFactor } from './beeston-barlow-lite.ts';

describe('beestonBarlowLiteFactor', () => {
  it.each([
    [12, 10, 2, 1.05498344],
    [0, 2, 1, 0.5],
    [25, 20, 4, 1.10498756],
  ])('n = %d, f = %d, σ = %d (quadratic of arXiv:1103.0354 solved apart)', (n, f, sigma, beta) => {
    expect(beestonBarlowLiteFactor(n, f, sigma)).toBeCloseTo(beta, 8);
  });

  it('solves its equation to the last digits and lies between 1 and n/f', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        (n, f, relative) => {
          const beta = beestonBarlowLiteFactor(n, f, relative * f);
          const square = relative * relative;
          const scale = beta * beta + Math.abs(f * square - 1) * beta + n * square;
          expect(Math.abs(beta * beta + (f * square - 1) * beta - n * square)).toBeLessThanOrEqual(
            1e-13 * (scale + 1e-9),
          );
          expect(beta).toBeGreaterThanOrEqual(Math.min(1, n / f) * (1 - 1e-12) - 1e-12);
          expect(beta).toBeLessThanOrEqual(Math.max(1, n / f) * (1 + 1e-12));
        },
      ),
    );
  });

  it('is 1 for an exact template and refuses an empty one', () => {
    expect(beestonBarlowLiteFactor(7, 3, 0)).toBe(1);
    expect(() => beestonBarlowLiteFactor(1, 0, 1)).toThrow(InvalidInput);
    expect(() => beestonBarlowLiteFactor(1, 1, Number.NaN)).toThrow(InvalidInput);
  });
});
