import fc from 'fast-check';
import { expect, it } from 'vitest';
import { efficiencyInterval } from './efficiency-interval.ts';

it('solves |p − p̂| = z·√(p(1 − p)/n) at both ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, fraction) => {
      for (const z of [1, 1.96]) {
        const { low, high } = efficiencyInterval(fraction, n, z);
        for (const p of [low, high])
          if (p > 1e-9 && p < 1 - 1e-9) {
            const distance = (p - fraction) * (p - fraction);
            expect(distance).toBeCloseTo((z * z * p * (1 - p)) / n, 9);
          }
        expect(low).toBeLessThanOrEqual(fraction);
        expect(high).toBeGreaterThanOrEqual(fraction);
      }
    }),
  );
});

it('has a width where none or all of ten pass', () => {
  expect(efficiencyInterval(0, 10)).toEqual({ value: 0, low: 0, high: expect.closeTo(1 / 11, 12) });
  expect(efficiencyInterval(1, 10)).toEqual({ value: 1, low: expect.closeTo(10 / 11, 12), high: 1 });
  expect(efficiencyInterval(0.5, 0)).toEqual({ value: 0.5, low: 0, high: 1 });
  expect(efficiencyInterval(1 + 1e-15, 1e6).value).toBe(1);
});

it('covers about 68 % at one standard deviation', () => {
  const [n, p] = [50, 0.3];
  let inside = 0;
  let chance = (1 - p) ** n;
  for (let k = 0; k <= n; k++) {
    const { low, high } = efficiencyInterval(k / n, n);
    if (low <= p && p <= high) inside += chance;
    chance *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  expect(inside).toBeGreaterThan(0.63);
  expect(inside).toBeLessThan(0.75);
});
