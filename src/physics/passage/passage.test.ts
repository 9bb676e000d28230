import { describe, expect, it } from 'vitest';
import { integrateFixed } from '../../math/quadrature.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import {
  bremsstrahlungPhotons,
  bremsstrahlungSpectrum,
  conversionProbability,
  drawBremsstrahlung,
  drawConversionShare,
  drawPairAngle,
  LARGEST_TRANSFER,
  LEAST_FRACTION,
  scatteringTail,
  scatteringWidth,
  singleScattering,
  TAIL_FROM,
} from './index.ts';

const random = new EventRandom(streamKey(5, 'passage'));
random.start(0);
const uniform = () => random.uniform();
const EVENTS = 200_000;
/** Mean and its standard error of many draws. */
function drawn(draw: () => number): { mean: number; error: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < EVENTS; i++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  const mean = sum / EVENTS;
  return { mean, error: Math.sqrt((squares / EVENTS - mean * mean) / EVENTS) };
}

describe('bremsstrahlung', () => {
  it('loses the energy E·t in a thin layer, the definition of the radiation length', () => {
    expect(integrateFixed(bremsstrahlungSpectrum, 0, 1, 64)).toBeCloseTo(1, 10);
  });

  it('has as many photons as the integral of its spectrum', () => {
    const integral = integrateFixed((t) => bremsstrahlungSpectrum(Math.exp(t)), Math.log(LEAST_FRACTION), 0, 64);
    expect(bremsstrahlungPhotons(0.0045)).toBeCloseTo(0.0045 * integral, 12);
  });

  it('draws fractions with the mean of its spectrum; false alarm 6e-7', () => {
    const number = bremsstrahlungPhotons(1);
    const energy = integrateFixed(bremsstrahlungSpectrum, LEAST_FRACTION, 1, 64);
    const { mean, error } = drawn(() => drawBremsstrahlung(uniform));
    expect(Math.abs(mean - energy / number)).toBeLessThan(5 * error);
  });
});

describe('pair conversion', () => {
  it('is 7/9 of the thickness for thin layers: 0.35 % in 0.45 %', () => {
    expect(conversionProbability(0.0045)).toBeCloseTo(0.0035, 4);
  });

  it('shares the energy evenly on average, with the variance of 1 − 4/3 x(1 − x); false alarm 6e-7', () => {
    const density = (x: number) => (1 - (4 / 3) * x * (1 - x)) / (7 / 9);
    expect(integrateFixed(density, 0, 1, 64)).toBeCloseTo(1, 10);
    const variance = integrateFixed((x) => density(x) * (x - 0.5) * (x - 0.5), 0, 1, 64);
    const { mean, error } = drawn(() => (drawConversionShare(uniform) - 0.5) ** 2);
    expect(Math.abs(mean - variance)).toBeLessThan(5 * error);
  });
});

describe('the angle of a pair', () => {
  it('has the mean and the distribution function of its density; false alarm 6e-7 each', () => {
    const mean = drawn(() => drawPairAngle(uniform));
    expect(Math.abs(mean.mean - 1.6)).toBeLessThan(5 * mean.error);
    const below = (u: number, scale: number) => 1 - (1 + u / scale) * Math.exp(-u / scale);
    for (const u of [0.3, 1, 3, 8]) {
      const share = drawn(() => (drawPairAngle(uniform) < u ? 1 : 0));
      const expected = 0.25 * below(u, 1.6) + 0.75 * below(u, 1.6 / 3);
      expect(Math.abs(share.mean - expected)).toBeLessThan(5 * share.error);
    }
  });
});

describe('multiple scattering', () => {
  it('has the width of the Particle Data Group formula', () => {
    // 0.45 % of a radiation length at 10 GeV: 13.6 MeV/10 GeV · 0.0671 · 0.795.
    expect(scatteringWidth(0.0045, 10)).toBeCloseTo(7.25e-5, 7);
    expect(scatteringWidth(0.0045, 20)).toBeCloseTo(scatteringWidth(0.0045, 10) / 2, 12);
  });

  it('has a tail as Rutherford scattering has it: χ_c of carbon from its atoms', () => {
    // 0.19 g/cm² of carbon (X₀ = 42.70 g/cm²): χ_c² = 4π N_A α² (ħc)² Z(Z + 1)/A · x/p².
    const hbarc = 1.973269804e-14; // GeV cm
    const x = 0.19;
    const atoms = (4 * Math.PI * 6.02214e23 * hbarc * hbarc * 6 * 7 * x) / (137.036 * 137.036 * 12.011);
    const ours = singleScattering(x / 42.7, 6).characteristic ** 2;
    // The radiation length here has one screening logarithm for all atoms; good to a few per cent.
    expect(Math.abs(ours / atoms - 1)).toBeLessThan(0.08);
  });

  it('draws angles with 1/θ³ between its ends; false alarm 6e-7', () => {
    const tail = scatteringTail(0.0045, 7);
    const least = TAIL_FROM * scatteringWidth(0.0045, 1);
    expect(tail.angle(1)).toBeCloseTo(least, 12);
    expect(tail.angle(0)).toBeCloseTo(LARGEST_TRANSFER, 12);
    const beyond = 3 * least;
    const expected = (1 / beyond ** 2 - 1 / LARGEST_TRANSFER ** 2) / (1 / least ** 2 - 1 / LARGEST_TRANSFER ** 2);
    const { mean, error } = drawn(() => (tail.angle(uniform()) > beyond ? 1 : 0));
    expect(Math.abs(mean - expected)).toBeLessThan(5 * error);
  });

  it('has a tail of about one scatter in a hundred crossings, more than the Gaussian core beyond there', () => {
    const { mean } = scatteringTail(0.0045, 7);
    expect(mean).toBeGreaterThan(0.008);
    expect(mean).toBeLessThan(0.018);
    expect(mean).toBeGreaterThan(10 * Math.exp((-TAIL_FROM * TAIL_FROM) / 2));
  });
});
