import { describe, expect, it } from 'vitest';
import { backgroundYield, citedBackground, totalBackground } from './background-yield.ts';

const source = {
  name: 'K3π',
  kaonDecays: { value: 2e12, error: 0.1e12 },
  branchingRatio: { value: 0.05, error: 0.001 },
  generated: 1e6,
  region: { candidates: 3, weight: 6e-6, squares: 12e-12, low: 3e-6, high: 12e-6 },
  typicalWeight: 2e-6,
};

describe('backgroundYield', () => {
  it('scales weights to events: N_K · B · Σw/N', () => {
    const { value, low, high, error, upperLimit } = backgroundYield(source);
    expect(value).toBeCloseTo(0.6, 12);
    expect([low, high]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(1.2, 12)]);
    // Three equal weights: 58 % from the simulation; 5 % and 2 % from outside.
    expect(error / value).toBeCloseTo(Math.hypot(1 / Math.sqrt(3), 0.05, 0.02), 10);
    expect(upperLimit).toBeNull();
  });

  it('gives the 90 % limit on 2.303 simulated candidates where none survives', () => {
    const nothing = backgroundYield({
      ...source,
      region: { candidates: 0, weight: 0, squares: 0, low: 0, high: 0 },
    });
    expect(nothing.value).toBe(0);
    expect(nothing.upperLimit).toBeCloseTo(1e5 * Math.LN10 * 2e-6, 6);
  });

  it('adds sources, the shared identification band linearly', () => {
    const { value, error, low, high } = totalBackground([
      backgroundYield(source),
      backgroundYield(source),
      citedBackground('upstream', { value: 3, error: 1 }),
    ]);
    const one = backgroundYield(source);
    expect(value).toBeCloseTo(4.2, 12);
    expect(error).toBeCloseTo(Math.hypot(one.error, one.error, 1), 12);
    expect([low, high]).toEqual([expect.closeTo(3.6, 12), expect.closeTo(5.4, 12)]);
  });

  it('keeps the upper limits of sources that were not seen, in quadrature', () => {
    const nothing = { ...source, region: { candidates: 0, weight: 0, squares: 0, low: 0, high: 0 } };
    const one = backgroundYield(nothing);
    const { error, unseen } = totalBackground([backgroundYield(source), one, one]);
    expect(error).toBeCloseTo(backgroundYield(source).error, 12);
    expect(unseen).toBeCloseTo(Math.SQRT2 * (one.upperLimit ?? 0), 6);
  });
});
