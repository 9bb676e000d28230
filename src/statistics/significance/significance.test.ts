import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asymptoticSignificance, gaussianLimits, significance, standardDeviations } from './index.ts';

const fixture = JSON.parse(readFileSync(new URL('../counting/counting.fixture.json', import.meta.url), 'utf8'));

describe('significance', () => {
  it('one event over 0.016 ± 0.002 is 2.4σ two-sided, 2.15σ one-sided', () => {
    const { p, oneSided, twoSided, convention } = significance({
      observed: 1,
      background: 0.016,
      backgroundError: 0.002,
    });
    expect(p).toBeCloseTo(1.5871e-2, 6);
    expect(twoSided).toBeCloseTo(2.412, 3);
    expect(oneSided).toBeCloseTo(2.148, 3);
    expect(convention).toMatch(/gauss/);
    expect(significance({ observed: 1, background: 0.0234 }).twoSided).toBeCloseTo(2.271, 3);
  });

  it('agrees with scipy for known and Gaussian backgrounds', () => {
    for (const [observed, background, backgroundError, want] of fixture.p)
      expect(significance({ observed, background, backgroundError }).p / want).toBeCloseTo(1, 7);
    expect(significance({ observed: 7, background: 2.3 }).p).toBeCloseTo(9.361934e-3, 9);
    expect(significance({ observed: 7, background: 2.3, backgroundError: 0.4 }).p).toBeCloseTo(1.199453e-2, 6);
    expect(significance({ observed: 3, background: 0.5, backgroundError: 0.1 }).p).toBeCloseTo(1.551245e-2, 6);
  });

  it('asymmetric backgrounds, each form by name, against mpmath', () => {
    const twoSided = { bifurcated: 2.436, 'piecewise-lognormal': 2.376, quadratic: 2.413, 'shifted-lognormal': 2.385 };
    for (const [observed, asymmetricForm, want] of fixture.asymmetric) {
      const got = significance({ observed, background: 9.4e-3, backgroundError: [20.6e-3, 7.2e-3], asymmetricForm });
      expect(got.p / want).toBeCloseTo(1, 5);
      expect(Math.abs(got.twoSided! - twoSided[asymmetricForm as keyof typeof twoSided])).toBeLessThan(1.1e-3);
      expect(got.convention).toContain(asymmetricForm);
    }
    expect(significance({ observed: 1, background: 9.4e-3 }).p).toBeCloseTo(0.00936, 5);
  });

  it('on and off: Z_Bi', () => {
    const { p, oneSided } = significance({ observed: 10, onOff: { off: 9, tau: 3 } });
    expect(p).toBeCloseTo(8.9033e-3, 7);
    expect(oneSided).toBeCloseTo(2.3696, 4);
    expect(significance({ observed: 1, onOff: { off: 64, tau: 4000 } }).oneSided).toBeCloseTo(2.142, 3);
  });

  it('asymptotic significance with and without a background error', () => {
    expect(asymptoticSignificance(10, 3, 1)).toBeCloseTo(2.5724, 4);
    expect(asymptoticSignificance(10, 3)).toBeCloseTo(3.1748, 4);
    expect(asymptoticSignificance(2, 3, 1)).toBe(0);
    expect(() => asymptoticSignificance(1, 0)).toThrow(/above 0/);
  });

  it('|A_FB| at 90 %: 0.9e-2 one-sided, 1.15e-2 central', () => {
    const { oneSided, central } = gaussianLimits(0, 0.7e-2);
    expect(oneSided).toBeCloseTo(0.897e-2, 5);
    expect(central).toBeCloseTo(1.1514e-2, 5);
  });

  it('edges: no events, sure, tiny', () => {
    expect(significance({ observed: 0, background: 3 })).toMatchObject({ p: 1, oneSided: null, twoSided: 0 });
    expect(significance({ observed: 0, background: 3 }).reason).toMatch(/minus infinity/);
    expect(significance({ observed: 2, background: 0 })).toMatchObject({ p: 0, oneSided: null, twoSided: null });
    expect(significance({ observed: 500, background: 10, backgroundError: 1 }).p).toBeLessThan(1e-250);
    expect(standardDeviations(0.05).twoSided).toBeCloseTo(1.959964, 6);
  });

  it('refuses bad input', () => {
    expect(() => significance({ observed: -1, background: 1 })).toThrow(/observed/);
    expect(() => significance({ observed: 1 })).toThrow(/background/);
    expect(() => significance({ observed: 1, background: 1, onOff: { off: 1, tau: 1 } })).toThrow(/onOff/);
    expect(() => significance({ observed: 1, onOff: { off: 1.5, tau: 1 } })).toThrow(/whole number/);
    expect(() => significance({ observed: 1, onOff: { off: 1, tau: 0 } })).toThrow(/tau/);
    expect(() => gaussianLimits(0, -1)).toThrow(/sigma/);
  });
});
