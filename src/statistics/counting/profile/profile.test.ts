import { expect, it } from 'vitest';
import { countingLimit } from '../counting-limit.ts';

it('holds where the count is so low that both tails are too small for a double', () => {
  const at = (background: number): number => {
    const limit = countingLimit({ observed: 0, background, backgroundError: 10, method: 'profile', expected: false });
    return limit.signalEvents.observed ?? Number.NaN;
  };
  // Far below the background CLs becomes exp(−s), as in the exact sums, with and without such tails.
  for (const background of [1000, 1500, 2000, 4000, 10_000]) expect(at(background)).toBeCloseTo(Math.LN10, 2);
});
