// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: printed tables, where 2.3026 is a table's ln 10.
import { describe, expect, it } from 'vitest';
import { type CountingLimitInput, countingLimit } from './counting-limit.ts';

const limit = (input: CountingLimitInput) => countingLimit({ ...input, expected: false }).signalEvents;
const upper = (input: CountingLimitInput): number => limit(input).observed!;

/** 90 % CLs limits on the signal by count (rows) and exactly known background (columns). */
const backgrounds = [0, 0.25, 0.5, 1, 2, 3];
const table = [
  [2.3026, 2.3026, 2.3026, 2.3026, 2.3026, 2.3026],
  [3.8897, 3.6735, 3.5082, 3.2718, 2.9949, 2.8389],
  [5.3223, 5.0754, 4.8433, 4.4429, 3.8774, 3.5228],
  [6.6808, 6.431, 6.1836, 5.7115, 4.9259, 4.3624],
  [7.9936, 7.7436, 7.4939, 7.0, 6.0874, 5.3447],
  [9.2747, 9.0247, 8.7747, 8.2758, 7.3058, 6.4371],
];

describe('CLs tables', () => {
  it('90 %, background known', () => {
    for (const [observed, row] of table.entries()) {
      for (const [i, want] of row.entries())
        expect(upper({ observed, background: backgrounds[i] })).toBeCloseTo(want, 4);
    }
  });

  it('95 %', () => {
    for (const [observed, background, want] of [
      [1, 0, 4.7439],
      [1, 0.5, 4.3581],
      [1, 1, 4.113],
      [1, 3, 3.6433],
      [2, 0, 6.2958],
      [2, 0.5, 5.8156],
      [2, 1, 5.41],
      [2, 3, 4.4432],
    ]) {
      expect(upper({ observed, background, level: 0.95 })).toBeCloseTo(want, 4);
    }
  });

  it('a background error of 30 %, Gaussian, log-normal about its median, gamma', () => {
    for (const [observed, background, gauss, lognormal, gamma] of [
      [1, 1, 3.3069, 3.2849, 3.3044],
      [2, 1, 4.4833, 4.451, 4.4824],
      [2, 3, 3.7193, 3.6223, 3.6884],
    ]) {
      const backgroundError = 0.3 * background;
      for (const [backgroundModel, want] of [
        ['gauss', gauss],
        ['lognormal', lognormal],
        ['gamma', gamma],
      ] as const) {
        // The printed values come from 400 equal-probability points, good to about 1.5e-4; scipy agrees with ours to 1e-7.
        const got = upper({ observed, background, backgroundError, backgroundModel });
        expect(Math.abs(got / want - 1), `${observed} ${background} ${backgroundModel}`).toBeLessThan(2e-4);
      }
    }
  });

  it('no events: only the error of the SES matters, ln(1 − level) = −s + s²σ²/2', () => {
    for (const sesError of [0.03, 0.054, 0.1]) {
      const s = upper({ observed: 0, background: 0.7, backgroundError: 0.2, sesError });
      expect(-s + 0.5 * s * s * sesError * sesError).toBeCloseTo(Math.log(0.1), 8);
    }
    expect(upper({ observed: 0, background: 0, sesError: 0.03 })).toBeCloseTo(2.30496, 4);
    expect(upper({ observed: 0, background: 0, sesError: 0.054 })).toBeCloseTo(2.31032, 3);
    expect(upper({ observed: 0, background: 0, sesError: 0.1 })).toBeCloseTo(2.32953, 3);
    expect(upper({ observed: 0, background: 0, sesError: 0.2 })).toBeCloseTo(2.4197, 3);
  });

  it('expected limits: quantiles of the count, and their mean', () => {
    const one = countingLimit({ observed: null, background: 0.26 }).signalEvents;
    for (const [i, want] of [2.3026, 2.3026, 2.3026, 3.666, 5.0658].entries())
      expect(one.expected![i]).toBeCloseTo(want, 4);
    expect(one.expectedMean).toBeCloseTo(2.6581, 4);
    const other = countingLimit({ observed: null, background: 1.07 }).signalEvents;
    expect(other.expected![2]).toBeCloseTo(3.2457, 4);
    expect(other.expectedMean).toBeCloseTo(3.4103, 4);
  });
});

describe('other methods', () => {
  it('Feldman–Cousins tables, to half of their step of 0.01', () => {
    for (const [observed, background, lower, want] of [
      [0, 0, 0, 2.435],
      [1, 0, 0.11, 4.355],
      [2, 0, 0.535, 5.91],
      [3, 0, 1.105, 7.42],
      [0, 0.5, 0, 1.935],
      [0, 1, 0, 1.605],
      [1, 1, 0, 3.355],
      [2, 1, 0, 4.91],
      [3, 1, 0.105, 6.42],
      [4, 3, 0, 5.595],
      [1, 0.016, 0.09, 4.34],
    ]) {
      const { interval } = limit({ method: 'feldman-cousins', observed, background });
      expect(Math.abs(interval![0] - lower), `${observed} ${background}`).toBeLessThan(0.0055);
      expect(Math.abs(interval![1] - want), `${observed} ${background}`).toBeLessThan(0.0055);
    }
  });

  it('Feldman–Cousins by profile construction, to the step of 0.02 of the reference', () => {
    for (const [observed, background, backgroundError, lower, want] of [
      [0, 1.07, 0.2, 0, 1.62],
      [2, 0.92, 0.34, 0, 4.5],
      [1, 0.91, 0.41, 0, 2.88],
      [0, 0.26, 0.04, 0, 2.16],
      [1, 0.016, 0.002, 0.2, 3.94],
    ]) {
      const { interval } = limit({ method: 'feldman-cousins', observed, background, backgroundError });
      expect(Math.abs(interval![0] - lower)).toBeLessThan(0.022);
      expect(Math.abs(interval![1] - want)).toBeLessThan(0.022);
    }
  });

  it('Rolke–López–Conrad, model 5', () => {
    for (const [observed, background, backgroundError, want, bounded] of [
      [1, 1, 0.2, 2.6611, 0],
      [2, 1, 0.2, 4.3155, 0],
      [0, 1, 0.2, 1.0066, 0],
      [5, 3, 1, 6.8672, 0],
      [10, 5, 0.5, 11.1872, 0],
      [1, 3, 0.5, 0.7368, 0],
      [1, 3, 0.5, 1.859, 1],
    ]) {
      expect(upper({ method: 'rolke', observed, background, backgroundError, bounded: bounded === 1 })).toBeCloseTo(
        want,
        4,
      );
    }
    expect(limit({ method: 'rolke', observed: 10, background: 5, backgroundError: 0.5 }).interval![0]).toBeCloseTo(
      0.5644,
      4,
    );
  });

  it('CLs by pseudo-experiments of q̃, within 5 standard deviations of the enumerated values', () => {
    // CLs = 0.1 of 20 000 has a relative error below 2.4 %, and ln CLs falls by more than 0.75 per event.
    for (const [observed, background, backgroundError, want] of [
      [2, 0.92, 0.34, 4.002],
      [1, 0.91, 0.41, 2.935],
      [0, 0.26, 0.04, 2.303],
    ]) {
      const got = upper({ method: 'cls-toys', toys: 20_000, observed, background, backgroundError });
      expect(Math.abs(got - want)).toBeLessThan((5 * 0.024) / 0.75);
    }
  });

  it('asymptotic profile, which is too low for few events', () => {
    for (const [observed, background, backgroundError, want] of [
      [0, 0.26, 0.04, 1.55],
      [10, 10, 3, 7.72],
      [100, 100, 10, 23.73],
    ]) {
      expect(upper({ method: 'profile', observed, background, backgroundError })).toBeCloseTo(want, 1.9);
    }
    expect(upper({ observed: 10, background: 10, backgroundError: 3 })).toBeCloseTo(8.28, 1.9);
    expect(upper({ observed: 100, background: 100, backgroundError: 10 })).toBeCloseTo(24.26, 1);
  });

  it('Bayesian with a flat prior equals CLs', () => {
    for (const input of [
      { observed: 0, background: 0.26, backgroundError: 0.04 },
      { observed: 2, background: 0.92, backgroundError: 0.34 },
      { observed: 12, background: 9.5, backgroundError: 2, level: 0.95 },
    ]) {
      expect(upper({ ...input, method: 'bayes' }) / upper({ ...input, method: 'cls' })).toBeCloseTo(1, 8);
    }
  });
});

/** NA62's counting searches: count, background, its error, SES, its relative error, published 90 % limit, tolerance. */
const published: readonly (readonly [string, number, number, number, number, number, number, number])[] = [
  ['K⁺ → μ⁻νe⁺e⁺', 0, 0.26, 0.04, 3.525e-11, 0, 8.1e-11, 0.03],
  ['K⁺ → π⁻μ⁺e⁺', 0, 1.07, 0.2, 1.82e-11, 0.08 / 1.82, 4.2e-11, 0.03],
  ['K⁺ → π⁺μ⁻e⁺', 2, 0.92, 0.34, 1.44e-11, 0.05 / 1.44, 6.6e-11, 0.03],
  ['π⁰ → μ⁻e⁺', 0, 0.23, 0.15, 1.39e-10, 0.09 / 1.39, 3.2e-10, 0.03],
  ['K⁺ → π⁻μ⁺μ⁺', 1, 0.91, 0.41, 1.28e-11, 0.04 / 1.28, 4.2e-11, 0.03],
  ['K⁺ → π⁻e⁺e⁺ (SES from the limit)', 0, 0.43, 0.09, 2.28e-11, 0.07 / 2.28, 5.3e-11, 0.03],
  ['K⁺ → π⁻π⁰e⁺e⁺ (SES from the limit)', 0, 0.044, 0.02, 3.68e-10, 0.12 / 3.68, 8.5e-10, 0.03],
  ['K⁺ → π⁺4e', 0, 0.18, 0.06, 6.3e-9, 0.054, 1.4e-8, 0.04],
  ['K⁺ → π⁻e⁺e⁺ (2017)', 0, 0.16, 0.03, 0.94e-10, 0, 2.2e-10, 0.03],
  ['K⁺ → π⁺νν̄ (2016–17)', 3, 1.65, 0, 0.346e-10, 0, 1.78e-10, 0.03],
];

describe('published limits by CLs', () => {
  for (const [name, observed, background, backgroundError, ses, sesError, want, tolerance] of published) {
    it(name, () => {
      const { branchingRatio } = countingLimit({
        observed,
        background,
        backgroundError,
        ses,
        sesError,
        method: 'cls',
        expected: false,
      });
      expect(Math.abs(branchingRatio!.observed! / want - 1)).toBeLessThan(tolerance);
    });
  }
});
