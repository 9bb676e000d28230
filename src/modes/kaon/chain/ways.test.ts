import { describe, expect, it } from 'vitest';
import { cosTurns } from '../../../math/elementary.ts';
import { streamKey } from '../../../math/random/index.ts';
import { Ways } from './ways.ts';

const COUNT = 64;
const EVENTS = 20_000;

/** Mean over decays, and its variance from one decay to the next, of a number that the ways of a decay give. */
function over(value: (ways: Ways) => number): { mean: number; variance: number } {
  const ways = new Ways(COUNT, streamKey(7, 'ways'));
  let sum = 0;
  let squares = 0;
  for (let event = 0; event < EVENTS; event++) {
    ways.draw(event);
    const x = value(ways);
    sum += x;
    squares += x * x;
  }
  const mean = sum / EVENTS;
  return { mean, variance: squares / EVENTS - mean * mean };
}

describe('the ways of a decay', () => {
  it.each([0, 17, 63])('are each uniform, and independent but for the depth: way %s', (way) => {
    const coordinates = (ways: Ways) => [ways.choice, ways.height, ways.turn.turns, ways.spin.turns];
    for (let a = 0; a < 4; a++)
      for (let b = 0; b <= a; b++) {
        const { mean, variance } = over((ways) => {
          const all = coordinates(ways);
          return all[a][way] * all[b][way];
        });
        // Five standard errors: false alarm 6e-7 each.
        expect(Math.abs(mean - (a === b ? 1 / 3 : 1 / 4)), `${a} ${b}`).toBeLessThan(5 * Math.sqrt(variance / EVENTS));
      }
  });

  it('are spread evenly in all coordinates together: a smooth function has six tenths of the variance or less', () => {
    const smooth = (choice: number, height: number, turn: number, depth: number) =>
      choice * (1 + height) * (2 + cosTurns(turn)) * (1 + depth * depth);
    const { mean, variance } = over(({ choice, height, turn, depth }) => {
      let sum = 0;
      for (let w = 0; w < COUNT; w++) sum += smooth(choice[w], height[w], turn.turns[w], depth[w]);
      return sum / COUNT;
    });
    expect(Math.abs(mean - 0.5 * 1.5 * 2 * (4 / 3))).toBeLessThan(5 * Math.sqrt(variance / EVENTS));
    // Of independent numbers: ⟨f²⟩ = 1/3 · 7/3 · 9/2 · 28/15, ⟨f⟩ = 2.
    const independent = ((1 / 3) * (7 / 3) * 4.5 * (28 / 15) - 4) / COUNT;
    expect(variance).toBeLessThan(0.6 * independent);
  });

  it('have the cosines and sines of their angles, and depths in equal shares', () => {
    const ways = new Ways(COUNT, streamKey(7, 'ways'));
    ways.draw(5);
    for (const { turns, cosine, sine } of [ways.turn, ways.spin])
      for (let w = 0; w < COUNT; w++) {
        expect(cosine[w]).toBeCloseTo(cosTurns(turns[w]), 12);
        expect(sine[w]).toBeCloseTo(cosTurns(turns[w] - 0.25), 12);
      }
    for (let w = 0; w < COUNT; w++) expect(Math.floor(ways.depth[w] * COUNT)).toBe(w);
  });
});
