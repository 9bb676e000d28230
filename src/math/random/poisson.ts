import { exp, log } from '../elementary.ts';
import { logGamma } from '../special/index.ts';
import type { EventRandom } from './event-random.ts';

/**
 * A Poisson number of the given mean (0 ≤ mean ≤ 1e15), from the draws of the event that `random` was started on: by
 * inversion below 12, above by Hörmann's transformed rejection (PTRS, Insurance: Mathematics and Economics 12 (1993)
 * 39). RangeError for another mean.
 */
export function drawPoisson(random: EventRandom, mean: number): number {
  if (!(mean >= 0 && mean <= 1e15)) throw new RangeError(`drawPoisson: needs a mean from 0 to 1e15, found ${mean}`);
  if (mean < 12) {
    const u = random.uniform();
    let p = exp(-mean);
    let sum = p;
    let n = 0;
    // A uniform number has 32 bits: beyond n = 100 the sum has long passed the largest of them.
    while (u > sum && n < 100) {
      n += 1;
      p *= mean / n;
      sum += p;
    }
    return n;
  }
  const root = Math.sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const inside = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= inside) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - logGamma(k + 1)) return k;
  }
}
