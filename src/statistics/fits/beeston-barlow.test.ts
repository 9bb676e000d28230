import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beestonBarlowBin, beestonBarlowLogLikelihood } from './beeston-barlow.ts';

const expectation = (scales: number[], fitted: Float64Array) => scales.reduce((f, p, j) => f + p * fitted[j], 0);

describe('beestonBarlowBin', () => {
  it('is never improved by moving any template content', () => {
    const source = fc.tuple(fc.double({ min: 0.01, max: 5, noNaN: true }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.array(source, { minLength: 1, maxLength: 4 }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.nat(),
        (d, sources, step, which) => {
          const p = sources.map((entry) => entry[0]);
          const a = sources.map((entry) => entry[1]);
          const fitted = new Float64Array(p.length);
          beestonBarlowBin(d, p, a, fitted);
          const best = beestonBarlowLogLikelihood(d, p, a, fitted);
          const moved = Float64Array.from(fitted);
          const j = which % p.length;
          moved[j] = Math.max(0, moved[j] + step);
          expect(beestonBarlowLogLikelihood(d, p, a, moved)).toBeLessThanOrEqual(best + 1e-9 * (1 + Math.abs(best)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('fills the data from an empty strongest source (special case of the paper)', () => {
    const fitted = new Float64Array(2);
    const t = beestonBarlowBin(20, [2, 0.5], [0, 4], fitted);
    // t = −1/2, f = 20/1.5, the counted source 4/(1 − 0.25): what is missing goes to the empty one
    expect(t).toBe(-0.5);
    expect(fitted[1]).toBeCloseTo(16 / 3, 12);
    expect(expectation([2, 0.5], fitted)).toBeCloseTo(20 / 1.5, 12);
    expect(fitted[0]).toBeGreaterThan(0);
  });

  it('behaves for no data, no templates and no scale', () => {
    const fitted = new Float64Array(2);
    expect(beestonBarlowBin(0, [1, 2], [10, 3], fitted)).toBe(1);
    expect(Array.from(fitted)).toEqual([5, 1]);
    beestonBarlowBin(6, [1, 1], [0, 0], fitted);
    expect(expectation([1, 1], fitted)).toBeCloseTo(3, 12);
    beestonBarlowBin(6, [0, 0], [4, 2], fitted);
    expect(Array.from(fitted)).toEqual([4, 2]);
    expect(beestonBarlowLogLikelihood(6, [0, 0], [4, 2], fitted)).toBe(Number.NEGATIVE_INFINITY);
  });
});
