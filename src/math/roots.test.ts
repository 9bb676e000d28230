import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brent, expandBracket, minimumBetween, rootAbove } from './roots.ts';

describe('roots', () => {
  it('finds known roots to rounding', () => {
    expect(brent((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 12);
    expect(brent((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 12);
    // Brent's own hard case: a ninth-order root
    expect(Math.abs(brent((x) => (x - 0.3) ** 9, -1, 1) - 0.3)).toBeLessThan(1e-6);
  });

  it('finds the root of any monotone cubic, wherever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (r) => {
        const found = rootAbove((x) => (x - r) * (1 + (x / r) * (x / r)));
        expect(found.found && Math.abs(found.root / r - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it('says why there is no bracket instead of returning one', () => {
    const none = expandBracket((x) => 1 + x, { limit: 1000 });
    expect(none).toMatchObject({ found: false, reason: expect.stringContaining('1000') });
    expect(() => brent((x) => 1 + x, 0, 1)).toThrow(/no sign change/);
    expect(() => brent(() => Number.NaN, 0, 1)).toThrow(/not a number/);
  });

  it('finds minima inside and at the ends', () => {
    expect(minimumBetween((x) => (x - 0.7) ** 2, 0, 5)).toBeCloseTo(0.7, 6);
    expect(minimumBetween((x) => x, 2, 3)).toBe(2);
    expect(minimumBetween((x) => -x, 2, 3)).toBe(3);
  });
});
