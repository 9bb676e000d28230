import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import { experiments } from '../../../experiments/index.ts';
import { exp } from '../../../math/elementary.ts';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { drawPoisson } from '../../../math/random/poisson.ts';
import { SPEED_OF_LIGHT } from '../../../units/index.ts';
import { planRun } from '../plan.ts';
import { activityOf, clusterWindow, decayRate } from './activity.ts';
import { meanQuiet, quietOf } from './random-veto.ts';

const experiment = experiments['na62-kaon'];
const at = (megahertz: number) => ({
  ...experiment,
  beam: {
    ...experiment.beam,
    rate: { ...experiment.beam.rate, value: (experiment.beam.rate.value * megahertz) / 600 },
  },
});

describe('accidental decays', () => {
  const activity = activityOf(experiment as never);
  // Probabilities per decay of another simulation: large angle, small angle, charged in the calorimeter.
  it.each([
    ['K+ -> mu+ nu', 0.11, 0.14, 0.73],
    ['K+ -> pi+ (pi0 -> gamma gamma)', 0.35, 0.33, 0.76],
    ['K+ -> pi+ pi+ pi-', 0.08, 0.36, 1],
    ['K+ -> (pi0 -> gamma gamma) e+ nu', 0.42, 0.29, 0.62],
    ['K+ -> (pi0 -> gamma gamma) mu+ nu', 0.36, 0.32, 0.74],
    ['K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> gamma gamma)', 0.49, 0.45, 0.82],
  ])('%s hits what another simulation finds, within 0.04', (decay, large, small, charged) => {
    const { hits } = activity.find((one) => one.decay === decay) ?? { hits: {} as Record<string, number> };
    expect(Math.abs(hits['large angle'] - large)).toBeLessThan(0.04);
    expect(Math.abs(hits['small angle'] - small)).toBeLessThan(0.04);
    expect(Math.abs(hits['charged in the calorimeter'] - charged)).toBeLessThan(0.04);
  });

  it('are 9.5 MHz at the nominal 45 MHz of kaons, in shares that add up', () => {
    expect((decayRate(at(750) as never) * SPEED_OF_LIGHT) / 1e6).toBeCloseTo(9.46, 1);
    expect(activity.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('veto for as long as the window of their hardest cluster: 5, 15 and 70 resolutions', () => {
    const { windows, clusterTime } = experiment.spill;
    const nanoseconds = (energy: number) =>
      (clusterWindow(windows.hermetic as never, clusterTime as never, energy) / SPEED_OF_LIGHT) * 1e9;
    const sigma = (energy: number) => 0.56 + 1.53 / energy - 0.233 / Math.sqrt(energy);
    expect(nanoseconds(0.1)).toBe(0);
    expect(nanoseconds(0.5)).toBeCloseTo(5, 9);
    expect(nanoseconds(1.5)).toBeCloseTo(5 * sigma(1.5), 9);
    expect(nanoseconds(10)).toBeCloseTo(15 * sigma(10), 9);
    expect(nanoseconds(20)).toBeCloseTo(70 * sigma(20), 9);
  });
});

describe('the random veto', () => {
  it('is the published 0.66 of the π⁺νν̄ search within 0.07, with nothing tuned', () => {
    expect(Math.abs(quietOf(experiment as never, 'hermetic').any - 0.66)).toBeLessThan(0.07);
  });

  it('falls with intensity, and is less than any of its parts', () => {
    const [low, middle, high] = [450, 600, 750].map((megahertz) => quietOf(at(megahertz) as never, 'hermetic'));
    expect(low.any).toBeGreaterThan(middle.any);
    expect(middle.any).toBeGreaterThan(high.any);
    for (const { any, ...parts } of [low, middle, high])
      for (const part of Object.values(parts)) expect(any).toBeLessThanOrEqual(part);
  });

  it('costs the large-angle vetoes about one per cent', () => {
    expect(1 - quietOf(experiment as never, 'hermetic').largeAngle).toBeCloseTo(0.009, 2);
  });

  it('averages over a Gamma distribution of the intensity as a closed formula does without its end', () => {
    // ∫ Gamma(k, 1/k) e^(−xd) = (1 + d/k)^(−k).
    const shape = 1 / 0.09;
    for (const dead of [0.01, 0.3, 1]) expect(meanQuiet(dead, 0.3, 6)).toBeCloseTo((1 + dead / shape) ** -shape, 6);
    expect(meanQuiet(0.4, 0, 2)).toBe(exp(-0.4));
  });

  it('is what an overlay of Poisson numbers of decays gives; false alarm 6e-7', () => {
    const random = new EventRandom(streamKey(1, 'overlay'));
    const events = 200_000;
    let quiet = 0;
    for (let event = 0; event < events; event++) {
      random.start(event);
      if (drawPoisson(random, 0.4) === 0) quiet++;
    }
    const expected = meanQuiet(0.4, 0, 2);
    expect(Math.abs(quiet / events - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / events));
  });
});

describe('a run', () => {
  const quiet = (settings: readonly string[], role: string) =>
    planRun(searches['kaon-pigg'] as never, { events: 1000, settings }).samples.find((one) => one.role === role)?.quiet;

  it('loses more at a higher rate, its normalisation what it lost when it was counted', () => {
    const plain = quiet([], 'signal');
    const more = quiet(['experiment.beam.rate.value=100MHz'], 'signal');
    expect(plain?.any).toBeLessThan(1);
    expect(more?.any ?? 1).toBeLessThan(plain?.any ?? 0);
    const counted = (settings: readonly string[]) =>
      planRun(searches['kaon-munuee'] as never, { events: 1000, settings }).samples.find(
        ({ role }) => role === 'normalisation',
      )?.quiet;
    expect(counted(['experiment.beam.rate.value=100MHz'])).toEqual(counted([]));
  });

  it('asks nothing of searches without a veto', () => {
    const { samples } = planRun(searches['kaon-pi4e'] as never, { events: 1000 });
    expect(samples.every((sample) => sample.quiet === undefined)).toBe(true);
  });
});
