import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinearPoissonFit } from './linear-poisson-fit.ts';

function line(counts: number[]): { fit: LinearPoissonFit; data: Float64Array } {
  const fit = new LinearPoissonFit(2, counts.length);
  for (let i = 0; i < counts.length; i++) {
    fit.rows[i] = 1;
    fit.rows[counts.length + i] = (2 * i) / (counts.length - 1) - 1;
  }
  const data = Float64Array.from(counts);
  fit.theta[0] = Math.max(1e-6, counts.reduce((a, b) => a + b, 0) / counts.length);
  return { fit, data };
}

describe('LinearPoissonFit', () => {
  it('leaves no slope at an inner minimum, and keeps the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 4, maxLength: 30 }), (counts) => {
        const { fit, data } = line(counts);
        fit.minimise(data);
        const total = counts.reduce((a, b) => a + b, 0);
        const smallest = Math.min(...fit.means);
        if (smallest > 1e-3) {
          for (const k of [0, 1]) expect(Math.abs(fit.slope(data, k))).toBeLessThan(1e-5 * Math.sqrt(total));
          expect(Math.abs(fit.means.reduce((a, b) => a + b) / total - 1)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('stays finite for any counts, and never above where it started', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 30 }), (counts) => {
        const { fit, data } = line(counts);
        const flat = fit.theta[0];
        const start = counts.reduce((sum, n) => sum + flat - (n > 0 ? n * Math.log(flat) : 0), 0);
        const value = fit.minimise(data);
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeLessThanOrEqual(start + 1e-9 * (1 + Math.abs(start)));
        for (const mean of fit.means) expect(mean).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('weighs counts against knowledge: n = 9 and b = 4 ± 1 give the root of b² − 3b − 9 = 0', () => {
    const fit = new LinearPoissonFit(1, 1);
    fit.rows[0] = 1;
    fit.weights[0] = 1;
    fit.centres[0] = 4;
    fit.theta[0] = 4;
    fit.minimise(Float64Array.of(9));
    expect(fit.theta[0]).toBeCloseTo((3 + Math.sqrt(45)) / 2, 8);
    const covariance = new Float64Array(1);
    expect(fit.covariance(Float64Array.of(9), 0, covariance)).toBe(true);
    expect(covariance[0]).toBeCloseTo(1 / (1 + 9 / fit.theta[0] ** 2), 10);
  });

  it('holds the first parameters and refuses a start without means', () => {
    const { fit, data } = line([3, 4, 5, 6]);
    fit.theta[0] = 2;
    fit.minimise(data, 1);
    expect(fit.theta[0]).toBe(2);
    fit.theta.fill(0);
    expect(fit.minimise(data)).toBe(Number.POSITIVE_INFINITY);
  });
});
