import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { atLeast } from '../../statistics/at-least.ts';
import { ChamberHits } from './chamber-hits.ts';

describe('chambers that see a track', () => {
  it('all four with 0.979 each: 0.919; three or more: 0.997', () => {
    expect(atLeast(4, 4, 0.979)).toBeCloseTo(0.979 ** 4, 14);
    expect(atLeast(4, 4, 0.979)).toBeCloseTo(0.919, 3);
    expect(atLeast(4, 3, 0.979)).toBeCloseTo(0.979 ** 4 + 4 * 0.979 ** 3 * 0.021, 14);
    expect(atLeast(6, 0, 0.4)).toBeCloseTo(1, 14);
  });

  it('needs no random number where none may miss', () => {
    const hits = new ChamberHits(0.979, 4);
    const random = new EventRandom(streamKey(1, 'x'));
    random.start(0);
    expect(hits.draw(0b1111, random)).toBe(0b1111);
    expect(hits.probability).toBeCloseTo(0.979 ** 4, 14);
    expect(hits.draw(0b0111, random)).toBe(0);
    expect(hits.probability).toBe(0);
    const fresh = new EventRandom(streamKey(1, 'x'));
    fresh.start(0);
    expect(random.uniform()).toBe(fresh.uniform());
  });

  it('draws sets as coins do, given that enough see it; false alarm 6e-7', () => {
    const hits = new ChamberHits(0.8, 3);
    const random = new EventRandom(streamKey(1, 'sets'));
    const events = 100_000;
    const found = new Map<number, number>();
    for (let event = 0; event < events; event++) {
      random.start(event);
      const set = hits.draw(0b1111, random);
      found.set(set, (found.get(set) ?? 0) + 1);
    }
    expect([...found.keys()].sort((a, b) => a - b)).toEqual([0b0111, 0b1011, 0b1101, 0b1110, 0b1111]);
    const p = 0.8 ** 4 / hits.probability;
    expect(Math.abs((found.get(0b1111) ?? 0) / events - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / events));
  });
});
