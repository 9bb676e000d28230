import { exp } from '../../math/elementary.ts';

/** Probability that an energetic photon makes e⁺e⁻ in a layer of `thickness` radiation lengths: 1 − exp(−7t/9). */
export function conversionProbability(thickness: number): number {
  return 1 - exp((-7 / 9) * thickness);
}

/** Share of the photon's energy that the e⁺ takes, density ∝ 1 − 4/3 x(1 − x) (full screening; Tsai, as bremsstrahlung). */
export function drawConversionShare(uniform: () => number): number {
  for (;;) {
    const x = uniform();
    if (uniform() < 1 - (4 / 3) * x * (1 - x)) return x;
  }
}
