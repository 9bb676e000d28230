import { exp, log } from '../../../math/elementary.ts';
import type { EventRandom } from '../../../math/random/index.ts';
import { logGamma } from '../../../math/special/index.ts';

/**
 * Poisson counts of one fixed mean ≥ 0: by adding up probabilities below 30, above by transformed rejection (PTRS,
 * W. Hörmann, Insurance: Math. Econ. 12 (1993) 39). Normal to rounding of the 32-bit draws.
 */
export class PoissonDraw {
  private readonly mean: number;
  private readonly none: number;
  private readonly logMean: number;
  private readonly a: number;
  private readonly b: number;
  private readonly logInverseAlpha: number;
  private readonly vr: number;

  constructor(mean: number) {
    this.mean = mean;
    this.none = mean < 30 ? exp(-mean) : 0;
    this.logMean = mean > 0 ? log(mean) : 0;
    this.b = 0.931 + 2.53 * Math.sqrt(mean);
    this.a = 0.02483 * this.b - 0.059;
    this.logInverseAlpha = this.b > 3.4 ? log(1.1239 + 1.1328 / (this.b - 3.4)) : 0;
    this.vr = 0.9277 - 3.6224 / (this.b - 2);
  }

  draw(random: EventRandom): number {
    if (this.mean === 0) return 0;
    return this.mean < 30 ? this.byAddition(random.uniform()) : this.byRejection(random);
  }

  private byAddition(u: number): number {
    let n = 0;
    let p = this.none;
    let sum = p;
    while (u > sum && p > 0) {
      n++;
      p *= this.mean / n;
      sum += p;
    }
    return n;
  }

  private byRejection(random: EventRandom): number {
    const { a, b, mean } = this;
    for (;;) {
      const u = random.uniform() - 0.5;
      const v = random.uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= this.vr) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      const left = log(v) + this.logInverseAlpha - log(a / (us * us) + b);
      if (left <= k * this.logMean - mean - logGamma(k + 1)) return k;
    }
  }
}
