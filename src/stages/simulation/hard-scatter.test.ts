import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { scatteringTail } from '../../physics/passage/index.ts';
import { HardScatter } from './hard-scatter.ts';

const tail = scatteringTail(0.0045, 7);
const EVENTS = 400_000;

/** Probability, with its error, that a particle scatters beyond an angle (rad·GeV) in one of three layers. */
function beyond(share: number, least: number): { value: number; error: number } {
  const random = new EventRandom(streamKey(9, `scatters ${share}`));
  const scatter = new HardScatter(tail, 3, share);
  let sum = 0;
  let squares = 0;
  for (let event = 0; event < EVENTS; event++) {
    random.start(event);
    scatter.draw(random);
    const weight = scatter.layer >= 0 && scatter.angle > least ? scatter.weight : 0;
    sum += weight;
    squares += weight * weight;
  }
  const value = sum / EVENTS;
  return { value, error: Math.sqrt((squares / EVENTS - value * value) / EVENTS) };
}

describe('hard scatters', () => {
  it.each([0, 0.01, 0.03])('are as many beyond %s rad·GeV, preferred or not, as the closed formula has', (least) => {
    const from = Math.max(least, tail.angle(1));
    const inverse = (angle: number) => 1 / (angle * angle);
    const closed =
      (3 * tail.mean * (inverse(from) - inverse(tail.angle(0)))) / (inverse(tail.angle(1)) - inverse(tail.angle(0)));
    for (const share of [0, 0.3]) {
      const { value, error } = beyond(share, least);
      // Five standard errors: false alarm 6e-7 each.
      expect(Math.abs(value - closed), `share ${share}`).toBeLessThan(5 * error);
    }
    if (least > 0) expect(beyond(0.3, least).error).toBeLessThan(0.5 * beyond(0, least).error);
  });

  it('leave the weights of all particles at one in the mean', () => {
    const random = new EventRandom(streamKey(9, 'weights'));
    const scatter = new HardScatter(tail, 3, 0.3);
    let sum = 0;
    for (let event = 0; event < EVENTS; event++) {
      random.start(event);
      scatter.draw(random);
      sum += scatter.weight;
    }
    // Weights lie below 1/0.7: five standard errors are below 5·0.7/√EVENTS.
    expect(Math.abs(sum / EVENTS - 1)).toBeLessThan(3.5 / Math.sqrt(EVENTS));
    expect(new HardScatter(scatteringTail(0, 7), 3, 0.3).weight).toBe(1);
  });
});
