import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf, verdictOfLimit, worstVerdict } from './verdict.ts';

const ratios = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const tolerances = fc.double({ min: 1.001, max: 1e5, noNaN: true });
const errors = fc.double({ min: 0, max: 20, noNaN: true });

describe('verdictOf', () => {
  it.each([
    // The rows that used to agree although their error is larger than themselves, or their tolerance a decade.
    ['0.44 ± 0.61 beside 0.43 ± 0.09', 0.44 / 0.43, 2, Math.hypot(0.61 / 0.44, 0.09 / 0.43), 'cannot tell'],
    ['a ratio of 5.4 within a decade', 5.43, 10, 0, 'cannot tell'],
    ['a ratio of 11 beyond a decade', 11, 10, 0, 'disagree'],
    ['1.04 within 1.3', 1.04, 1.3, 0.03, 'agree'],
    ['1.35 ± 0.02 within 1.3', 1.35, 1.3, 0.02, 'disagree'],
    ['1.35 ± 0.2 within 1.3', 1.35, 1.3, 0.2, 'cannot tell'],
    ['0.77 within 1.3: the same distance below', 1 / 1.29, 1.3, 0.05, 'agree'],
    ['nothing beside something', 0, 2, 0.5, 'disagree'],
    ['another sign', -1, 2, 0.1, 'disagree'],
  ] as const)('%s', (_, ratio, tolerance, relativeError, expected) => {
    expect(verdictOf({ ratio, tolerance, relativeError })).toBe(expected);
  });

  it('claims no agreement where the published selection is not known, and still disagrees', () => {
    expect(verdictOf({ ratio: 1, tolerance: 1.3, relativeError: 0, selectionKnown: false })).toBe('cannot tell');
    expect(verdictOf({ ratio: 2, tolerance: 1.3, relativeError: 0, selectionKnown: false })).toBe('disagree');
  });

  it('never agrees with an error or a distance beyond the tolerance, nor within a factor above 3', () => {
    fc.assert(
      fc.property(ratios, tolerances, errors, (ratio, tolerance, relativeError) => {
        if (verdictOf({ ratio, tolerance, relativeError }) !== 'agree') return;
        expect(relativeError).toBeLessThanOrEqual(Math.log(tolerance) + 1e-12);
        expect(Math.abs(Math.log(ratio))).toBeLessThanOrEqual(Math.log(tolerance) + 1e-12);
        expect(tolerance).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('is the same for a ratio and its inverse, and loses certainty with the error', () => {
    fc.assert(
      fc.property(ratios, tolerances, errors, errors, (ratio, tolerance, one, other) => {
        const near = Math.abs(Math.abs(Math.log(ratio)) - one - Math.log(tolerance)) < 1e-9;
        fc.pre(!near && Math.abs(Math.abs(Math.log(ratio)) - Math.log(tolerance)) > 1e-9);
        const verdict = verdictOf({ ratio, tolerance, relativeError: one });
        expect(verdictOf({ ratio: 1 / ratio, tolerance, relativeError: one })).toBe(verdict);
        if (verdict === 'cannot tell' && tolerance <= 3 && one > Math.log(tolerance)) {
          expect(verdictOf({ ratio, tolerance, relativeError: one + other })).toBe('cannot tell');
        }
      }),
    );
  });

  it('refuses a tolerance that is none and an error that is negative', () => {
    for (const tolerance of [1, 0.3, 0, -2, Number.NaN])
      expect(() => verdictOf({ ratio: 1, tolerance, relativeError: 0 })).toThrow(RangeError);
    expect(() => verdictOf({ ratio: 1, tolerance: 2, relativeError: -1 })).toThrow(RangeError);
    expect(() => verdictOf({ ratio: 1, tolerance: 2, relativeError: Number.NaN })).toThrow(RangeError);
  });
});

describe('verdictOfLimit', () => {
  it('disagrees only where even the limit lies too low', () => {
    expect(verdictOfLimit({ ratio: 0.1, tolerance: 2, relativeError: 0.3 })).toBe('disagree');
    expect(verdictOfLimit({ ratio: 0.4, tolerance: 2, relativeError: 0.3 })).toBe('cannot tell');
    expect(verdictOfLimit({ ratio: 0.9, tolerance: 2, relativeError: 0.1 })).toBe('cannot tell');
    expect(verdictOfLimit({ ratio: 1e4, tolerance: 2, relativeError: 0.1 })).toBe('cannot tell');
  });
});

it('of one number seen several times the worst counts', () => {
  expect(worstVerdict(['agree', 'agree'])).toBe('agree');
  expect(worstVerdict(['agree', 'cannot tell'])).toBe('cannot tell');
  expect(worstVerdict(['cannot tell', 'disagree', 'agree'])).toBe('disagree');
  expect(() => worstVerdict([])).toThrow(RangeError);
});
