import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsForPrecision, medianRelativeError } from './events-for-precision.ts';

describe('eventsForPrecision', () => {
  test('goes with the square of the error, with a margin, to two digits', () => {
    expect(eventsForPrecision(10_000, 0.1, 0.05)).toBe(46_000);
    expect(eventsForPrecision(10_000, 0.05, 0.05)).toBe(10_000);
    expect(eventsForPrecision(20_000, Number.POSITIVE_INFINITY, 0.05)).toBe(1_300_000);
  });

  test('reaches what is wanted where errors fall as 1/√events, in a few steps', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        fc.double({ min: 0.005, max: 0.5, noNaN: true }),
        (spread, wanted) => {
          let events = 20_000;
          for (let k = 0; k < 4; k++) events = eventsForPrecision(events, spread / Math.sqrt(events), wanted);
          return spread / Math.sqrt(events) <= wanted;
        },
      ),
    );
  });
});

test('the median of nothing, and of what is not accepted, is infinite', () => {
  expect(medianRelativeError([])).toBe(Number.POSITIVE_INFINITY);
  expect(medianRelativeError([{ value: 0, error: 0 }])).toBe(Number.POSITIVE_INFINITY);
  expect(medianRelativeError([3, 1, 2].map((error) => ({ value: 10, error })))).toBeCloseTo(0.2, 12);
});
