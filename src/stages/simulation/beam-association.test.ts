import { describe, expect, it } from 'vitest';
import { experiments } from '../../experiments/index.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { beamAssociation } from './beam-association.ts';
import { SampledDensity } from './sampled-density.ts';

const { beam } = experiments['na62-kaon'];
const at = (megahertz: number, more = {}) =>
  beamAssociation({ ...beam, ...more, rate: { ...beam.rate, value: (beam.rate.value * megahertz) / 600 } } as never);

describe('SampledDensity', () => {
  const gaussian = new SampledDensity([{ gaussian: { height: 3, width: 1 } }], 8);
  const falling = new SampledDensity([{ exponential: { height: 2, rate: 4 } }], 10);

  it('has the tails of its density, whatever its height', () => {
    expect(gaussian.above(1)).toBeCloseTo(0.3173105, 5);
    expect(gaussian.above(2)).toBeCloseTo(0.0455003, 5);
    for (const x of [0.05, 0.4, 1]) expect(falling.above(x)).toBeCloseTo(Math.exp(-4 * x), 4);
    expect([falling.above(-1), falling.above(0), falling.above(10), falling.above(11)]).toEqual([1, 1, 0, 0]);
  });

  it('draws what it lies above', () => {
    for (const uniform of [0.999, 0.7, 0.3, 0.01, 1e-4]) {
      expect(gaussian.above(gaussian.draw(uniform))).toBeCloseTo(uniform, 10);
      expect(falling.above(falling.draw(uniform))).toBeCloseTo(uniform, 10);
    }
  });

  it('draws with the mean of its density; false alarm 6e-7', () => {
    const random = new EventRandom(streamKey(6, 'density'));
    random.start(0);
    let sum = 0;
    const events = 100_000;
    for (let i = 0; i < events; i++) sum += falling.draw(random.uniform());
    expect(Math.abs(sum / events - 0.25)).toBeLessThan((5 * 0.25) / Math.sqrt(events) + 1e-4);
  });
});

describe('the association of a track with a beam particle', () => {
  // Of another simulation of the same densities: right partner chosen, wrong among the accepted, accepted when missing.
  it.each([
    [450, 0.761, 0.04, 0.066],
    [600, 0.754, 0.053, 0.085],
    [750, 0.749, 0.064, 0.1],
  ])('at %i MHz is what another simulation finds', (rate, right, wrong, missing) => {
    const found = at(rate);
    expect(Math.abs(found.right - right)).toBeLessThan(0.015);
    // The two differ in how the two times of an accidental particle are related.
    expect(Math.abs(found.wrong / (found.right + found.wrong) - wrong)).toBeLessThan(0.02);
    expect(Math.abs(found.wrongWhenMissing - missing)).toBeLessThan(0.02);
  });

  it('without beam particles besides, and with perfect stations, loses what its own cuts lose', () => {
    const stationEfficiency = { ...beam.spectrometer.stationEfficiency, value: 1 };
    const { right, wrong } = at(0, { spectrometer: { ...beam.spectrometer, stationEfficiency } });
    expect(wrong).toBe(0);
    expect(right).toBeGreaterThan(0.8);
    expect(right).toBeLessThan(0.92);
  });

  it('is worse at more intensity', () => {
    const [low, high] = [at(300), at(1200)];
    expect(high.right).toBeLessThan(low.right);
    expect(high.wrong).toBeGreaterThan(low.wrong);
  });
});
