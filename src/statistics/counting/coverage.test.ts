import { describe, expect, it } from 'vitest';
import { drawPoisson, EventRandom, streamKey } from '../../math/random/index.ts';
import { countingLimit } from './counting-limit.ts';
import type { LimitMethodName } from './limit-methods.ts';
import { constructionTail } from './profile/profile-construction.ts';
import { profileLikelihood } from './profile/profile-likelihood.ts';

/** Pseudo-experiments whose interval holds s; the background is measured anew in each with its Gaussian error. */
function covered(method: LimitMethodName, s: number, b: number, toys: number): number {
  const random = new EventRandom(streamKey(5, `coverage ${method} ${s} ${b}`));
  const error = 0.25 * b;
  let number = 0;
  for (let toy = 0; toy < toys; toy++) {
    random.start(toy);
    const observed = drawPoisson(random, s + b);
    const background = Math.max(0, b + error * random.normal());
    if (method === 'feldman-cousins') {
      // Whether s is accepted: the interval is the hull of all that are, so it covers this often or more.
      const likelihood = profileLikelihood({ channels: [{ background: { kind: 'gauss', value: background, error } }] });
      if (constructionTail(likelihood, s, [observed], { toys: 1, seed: 1 }) > 0.1) number += 1;
      continue;
    }
    const input = { method, observed, background, backgroundError: error, expected: false } as const;
    const [lower, upper] = countingLimit(input).signalEvents.interval!;
    if (lower <= s && s <= upper) number += 1;
  }
  return number / toys;
}

/** Five standard deviations of a binomial at 0.9: a false alarm in 3.5 million. */
const margin = (toys: number): number => 5 * Math.sqrt((0.9 * 0.1) / toys);

describe('coverage with a measured background, by pseudo-experiments', () => {
  for (const [s, b] of [
    [1, 0.9],
    [4, 0.9],
    [3, 3],
    [9, 6],
  ]) {
    it(`s = ${s}, b = ${b}: CLs and flat Bayes at or above the level, Feldman–Cousins near it`, () => {
      expect(covered('cls', s, b, 2000)).toBeGreaterThan(0.9 - margin(2000));
      expect(covered('bayes', s, b, 100)).toBeGreaterThan(0.9 - margin(100));
      // Profile construction is exact up to the profiled background: 0.005 below the level at worst here.
      const unified = covered('feldman-cousins', s, b, 1000);
      expect(unified).toBeGreaterThan(0.895 - margin(1000));
    });
  }

  it('the asymptotic profile is noticed to cover too little where it does', () => {
    expect(covered('profile', 4, 0.9, 10_000)).toBeLessThan(0.9);
  });
});
