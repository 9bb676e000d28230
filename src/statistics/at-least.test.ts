import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atLeast } from './at-least.ts';

it('is the sum over all outcomes of so many coins', () => {
  const coins = fc.tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 7 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(coins, ([count, needed, p]) => {
      let sum = 0;
      for (let outcome = 0; outcome < 2 ** count; outcome++) {
        const heads = [...outcome.toString(2)].filter((bit) => bit === '1').length;
        if (heads >= needed) sum += p ** heads * (1 - p) ** (count - heads);
      }
      expect(atLeast(count, needed, p)).toBeCloseTo(sum, 12);
    }),
  );
});
