import { describe, expect, it } from 'vitest';
import { log } from '../../math/elementary.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { Radiation } from './radiation.ts';

const THICKNESS = 0.0045;
const LAYERS = 2;
const EVENTS = 400_000;

/** Probability, with its error, that an electron loses a fraction between two bounds. */
function between(share: number, least: number, most: number): { value: number; error: number } {
  const random = new EventRandom(streamKey(11, `radiates ${share}`));
  const radiation = new Radiation(THICKNESS, LAYERS, share);
  let sum = 0;
  let squares = 0;
  for (let event = 0; event < EVENTS; event++) {
    random.start(event);
    radiation.draw(random);
    if (radiation.layer < 0) continue;
    const fraction = radiation.fraction(random);
    const weight = fraction > least && fraction < most ? radiation.weight : 0;
    sum += weight;
    squares += weight * weight;
  }
  const value = sum / EVENTS;
  return { value, error: Math.sqrt((squares / EVENTS - value * value) / EVENTS) };
}

/** ∫ (4/3 − 4/3 y + y²) dy/y over all layers, in closed form. */
function closed(least: number, most: number): number {
  const primitive = (y: number) => (4 / 3) * log(y) - (4 / 3) * y + 0.5 * y * y;
  return THICKNESS * LAYERS * (primitive(most) - primitive(least));
}

describe('radiation of an electron', () => {
  it.each([
    [0.001, 1],
    [0.02, 0.1],
    [0.15, 0.3],
    [0.4, 0.9],
  ])('takes between %s and %s of the energy as often as the closed formula says, preferred or not', (least, most) => {
    for (const share of [0, 0.2]) {
      const { value, error } = between(share, least, most);
      // Five standard errors: false alarm 6e-7 each.
      expect(Math.abs(value - closed(least, most)), `share ${share}`).toBeLessThan(5 * error);
    }
  });

  it('is known ten times better where it is preferred', () => {
    expect(between(0.2, 0.15, 0.3).error ** 2).toBeLessThan(0.1 * between(0, 0.15, 0.3).error ** 2);
  });

  it('leaves the weights of all electrons at one in the mean, and nothing to do without layers', () => {
    const random = new EventRandom(streamKey(11, 'weights'));
    const radiation = new Radiation(THICKNESS, LAYERS, 0.2);
    let sum = 0;
    for (let event = 0; event < EVENTS; event++) {
      random.start(event);
      radiation.draw(random);
      sum += radiation.weight;
    }
    // Weights lie between 0 and 1/0.8: five standard errors are below 5 · 0.625/√EVENTS.
    expect(Math.abs(sum / EVENTS - 1)).toBeLessThan(3.2 / Math.sqrt(EVENTS));
    const muon = new Radiation(THICKNESS, 0, 0.2);
    muon.draw(random);
    expect([muon.layer, muon.weight]).toEqual([-1, 1]);
  });
});
