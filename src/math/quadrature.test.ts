import { describe, expect, it } from 'vitest';
import { gaussLegendre, integrateAdaptive, integrateFixed } from './quadrature.ts';

describe('Gauss–Legendre', () => {
  it('has the tabulated nodes and weights (Abramowitz and Stegun, table 25.4)', () => {
    const { nodes, weights } = gaussLegendre(5);
    expect(nodes[4]).toBeCloseTo(0.906179845938664, 14);
    expect(nodes[3]).toBeCloseTo(0.538469310105683, 14);
    expect(nodes[2]).toBe(0);
    expect(weights[4]).toBeCloseTo(0.236926885056189, 14);
    expect(weights[2]).toBeCloseTo(0.568888888888889, 14);
  });

  it('is exact for polynomials up to degree 2n − 1', () => {
    for (const n of [1, 2, 7, 16, 33, 100]) {
      const degree = 2 * n - 2;
      expect(integrateFixed((x) => x ** degree, -1, 1, n) / (2 / (degree + 1))).toBeCloseTo(1, 12);
    }
  });

  it('refuses an order that is not a whole number', () => {
    expect(() => gaussLegendre(2.5)).toThrow(RangeError);
    expect(() => gaussLegendre(0)).toThrow(RangeError);
  });
});

describe('adaptive integration', () => {
  it('finds a narrow peak and says it converged', () => {
    const result = integrateAdaptive((x) => 1 / (1e-6 + (x - 0.3) ** 2), 0, 1);
    const exact = 1e3 * (Math.atan(700) + Math.atan(300));
    expect(result.converged).toBe(true);
    expect(Math.abs(result.value / exact - 1)).toBeLessThan(1e-10);
  });

  it('says so when it did not converge, and refuses infinities', () => {
    expect(integrateAdaptive((x) => 1 / Math.sqrt(Math.abs(x - 0.3)), 0, 1, { maxPanels: 5 }).converged).toBe(false);
    expect(() => integrateAdaptive(() => Number.NaN, 0, 1)).toThrow(RangeError);
  });
});
