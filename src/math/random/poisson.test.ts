import { describe, expect, it } from 'vitest';
import { chiSquareSurvival, poissonCdf } from '../special/index.ts';
import { drawPoisson, EventRandom, streamKey } from './index.ts';

describe('Poisson numbers', () => {
  it('have the Poisson distribution on both sides of the change of algorithm (false alarm 1e-7 each)', () => {
    const random = new EventRandom(streamKey(11, 'poisson test'));
    for (const mean of [0.02, 0.9, 11.9, 12.1, 40, 900]) {
      const draws = 40_000;
      const seen = new Map<number, number>();
      for (let i = 0; i < draws; i++) {
        random.start(i);
        const n = drawPoisson(random, mean);
        seen.set(n, (seen.get(n) ?? 0) + 1);
      }
      // Cells of at least 20 expected draws; both tails in the outermost cells.
      let chiSquare = 0;
      let cells = -1;
      let observed = 0;
      let below = 0;
      for (let n = 0; n <= mean + 12 * Math.sqrt(mean) + 20; n++) {
        observed += seen.get(n) ?? 0;
        const cumulative = poissonCdf(n, mean);
        const expected = draws * (cumulative - below);
        const rest = draws * (1 - cumulative);
        if (expected < 20 || rest < 20) continue;
        chiSquare += (observed - expected) ** 2 / expected;
        cells += 1;
        observed = 0;
        below = cumulative;
      }
      const rest = draws * (1 - below);
      chiSquare += (observed - rest) ** 2 / rest;
      cells += 1;
      expect(chiSquareSurvival(chiSquare, Math.max(1, cells)), `mean ${mean}`).toBeGreaterThan(1e-7);
    }
  });

  it('has mean and variance for a huge mean (5.5 standard deviations)', () => {
    const random = new EventRandom(streamKey(12, 'poisson test'));
    const mean = 1e6;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < 20_000; i++) {
      random.start(i);
      const pull = (drawPoisson(random, mean) - mean) / Math.sqrt(mean);
      sum += pull;
      squares += pull * pull;
    }
    expect(Math.abs(sum / Math.sqrt(20_000))).toBeLessThan(5.5);
    expect(Math.abs(squares - 20_000) / Math.sqrt(2 * 20_000)).toBeLessThan(5.5);
  });

  it('is zero for mean zero and refuses others', () => {
    const random = new EventRandom(streamKey(1, 'x'));
    random.start(0);
    expect(drawPoisson(random, 0)).toBe(0);
    for (const mean of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => drawPoisson(random, mean)).toThrow(RangeError);
  });
});
