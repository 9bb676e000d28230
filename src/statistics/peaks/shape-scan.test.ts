import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { normalCdf, normalQuantile } from '../../math/special/index.ts';
import { formFactorFit } from '../fits/form-factor-fit.ts';
import { PolynomialTemplate } from '../fits/polynomial-template.ts';
import { constantResolution } from './mass-resolution.ts';
import { peakScan } from './peak-scan.ts';

/** A falling spectrum on [0, 10] with a peak of `signal` events at 5, σ = 0.2. */
function spectrum(seed: number, events: number, signal = 0): Float64Array {
  const random = new EventRandom(streamKey(seed, 'shape'));
  random.start(0);
  const out: number[] = [];
  for (let n = drawPoisson(random, events); n > 0; n--) out.push(10 * (1 - Math.sqrt(1 - 0.75 * random.uniform())) * 2);
  for (let n = drawPoisson(random, signal); n > 0; n--) out.push(5 + 0.2 * random.normal());
  return Float64Array.from(out);
}

const resolution = constantResolution(0.2);
const range = [0, 10] as const;

describe('peakScan, shape', () => {
  it('is the fit of a peak on a polynomial that the general minimiser makes', () => {
    const observed = spectrum(1, 4000, 60);
    const scan = peakScan({
      masses: [5],
      resolution,
      observed,
      background: { kind: 'sidebands', degree: 1, reach: 10 },
      method: 'shape',
      range,
    });
    // 60 bins of σ/3 from 3 to 7, filled and fitted apart.
    const counts = new Float64Array(60);
    for (const m of observed) if (m >= 3 && m < 7) counts[Math.min(59, Math.floor((m - 3) * 15))]++;
    const edge = (i: number) => normalCdf((3 + i / 15 - 5) / 0.2);
    const peak = Array.from(counts, (_, i) => edge(i + 1) - edge(i));
    const line = Array.from(counts, (_, i) => (i + 0.5) / 30 - 1);
    const background = PolynomialTemplate.constant(counts.map(() => 1))
      .times('c')
      .plus(PolynomialTemplate.constant(line).times('k'));
    const signal = PolynomialTemplate.constant(peak).times('s').plus(background);
    const level = { start: counts.reduce((a, b) => a + b) / 60 };
    const parameters = { c: level, k: { start: 0 } };
    const fit = formFactorFit({
      observed: counts,
      signal,
      statistic: 'poisson',
      parameters: { ...parameters, s: { start: 1 } },
    });
    const without = formFactorFit({ observed: counts, signal: background, statistic: 'poisson', parameters });
    const s = fit.parameters[0];
    const [row] = scan.hypotheses;
    expect(row.fitted!.value).toBeCloseTo(s.value, 4);
    expect(row.fitted!.error).toBeCloseTo(s.error, 4);
    expect(row.significance! ** 2).toBeCloseTo(without.twiceNll - fit.twiceNll, 5);
  });

  it('tends to the Gaussian CLs limit for many events', () => {
    const observed = spectrum(2, 400_000);
    const scan = peakScan({
      masses: [4, 5, 6],
      resolution,
      observed,
      background: { kind: 'sidebands', degree: 2, reach: 10 },
      method: 'shape',
      range,
    });
    for (const row of scan.hypotheses) {
      const { value, error } = row.fitted!;
      const gaussian = (z: number, shift: number) => shift + error * normalQuantile(1 - 0.1 * normalCdf(z));
      expect(row.observed! / gaussian(value / error, value)).toBeCloseTo(1, 1);
      expect(row.expected[2] / (error * normalQuantile(0.95))).toBeCloseTo(1, 1);
      expect([...row.expected].sort((a, b) => a - b)).toEqual(row.expected);
    }
    expect(scan.notes).toEqual([]);
  });

  it('recovers injected signals without bias: pulls of 400 spectra', () => {
    // False-alarm probability below 1e-6: 5.1 standard errors of the mean, 5.1/√800 of the width, with 10 % for the
    // parabolic error of a Poisson likelihood.
    const pulls = Array.from({ length: 400 }, (_, i) => {
      const { value, error } = peakScan({
        masses: [5],
        resolution,
        observed: spectrum(1000 + i, 4000, 60),
        background: { kind: 'sidebands', degree: 1, reach: 10 },
        method: 'shape',
        range,
      }).hypotheses[0].fitted!;
      return (value - 60) / error;
    });
    const mean = pulls.reduce((sum, x) => sum + x, 0) / 400;
    const width = Math.sqrt(pulls.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 399);
    expect(Math.abs(mean)).toBeLessThan(5.1 / 20 + 0.05);
    expect(Math.abs(width - 1)).toBeLessThan(0.18 + 0.1);
  });

  it('takes a simulated shape of known size, blind or not, and its error widens the limit', () => {
    const masses = spectrum(3, 100_000);
    const scan = (relativeError: number, observed: Float64Array | null) =>
      peakScan({
        masses: [5],
        resolution,
        observed,
        background: { kind: 'simulation', masses, weights: masses.map(() => 0.04), relativeError },
        method: 'shape',
        range,
      }).hypotheses[0];
    const observed = spectrum(4, 4000);
    expect(scan(0.2, observed).expected[2]).toBeGreaterThan(scan(0, observed).expected[2]);
    const blind = scan(0.05, null);
    expect(blind).toMatchObject({ observed: null, localP: null, fitted: null, events: null });
    expect(blind.expected[2] / scan(0.05, observed).expected[2]).toBeCloseTo(1, 1);
  });

  it('widens limits by the error of the SES as a Gaussian factor', () => {
    const observed = spectrum(5, 40_000);
    const scan = (sesError: number) =>
      peakScan({
        masses: [5],
        resolution,
        observed,
        background: { kind: 'sidebands' },
        method: 'shape',
        range,
        ses: 1e-9,
        sesError,
      }).hypotheses[0];
    const [sharp, wide] = [scan(0), scan(0.1)];
    // Median of a parabola: s = 1.645 √(σ² + r²s²).
    const { error } = sharp.fitted!;
    const z = normalQuantile(0.95);
    const predicted = (z * error) / Math.sqrt(1 - (z * 0.1) ** 2) / (z * error);
    expect(wide.expected[2] / sharp.expected[2]).toBeCloseTo(predicted, 2);
  });

  it('says where it cannot be trusted, and looks elsewhere with toys', () => {
    const few = peakScan({
      masses: [3, 4, 5],
      resolution,
      observed: spectrum(6, 40),
      background: { kind: 'sidebands' },
      method: 'shape',
      range,
      lookElsewhere: { seed: 1, toys: 40 },
    });
    expect(few.notes.join()).toMatch(/fewer than ten background events/);
    expect(few.global!.byToys.toys).toBe(40);
    expect(JSON.parse(JSON.stringify(few))).toEqual(few);
  });
});
