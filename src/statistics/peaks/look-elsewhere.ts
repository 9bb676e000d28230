import { exp } from '../../math/elementary.ts';
import { normalQuantile, normalSurvival } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';

/** A global p-value and the one-sided Gaussian significance it stands for. */
export interface GlobalSignificance {
  readonly p: number;
  readonly significance: number;
}

/** The p-value with its one-sided significance Φ⁻¹(1 − p); p is first brought below 1. */
export function globalSignificance(p: number): GlobalSignificance {
  const bounded = Math.min(1, p);
  return { p: bounded, significance: bounded >= 1 ? Number.NEGATIVE_INFINITY : -normalQuantile(bounded) };
}

/** How often the scan statistic rises from at or below `level` to above it, along the order of the scan. */
export function upCrossings(statistic: ArrayLike<number>, level: number): number {
  let count = 0;
  for (let i = 1; i < statistic.length; i++) if (statistic[i - 1] <= level && statistic[i] > level) count++;
  return count;
}

/**
 * Global p-value of the largest local significance Z in a one-dimensional scan of q₀ = Z²:
 * p = p_local + ⟨N(c₀)⟩·exp(−(Z² − c₀)/2), with the mean number of up-crossings of the low level c₀ in
 * background-only toys. It is an upper bound that becomes exact for large Z. Needs Z² ≥ c₀ (below, the bound says
 * nothing and p = 1 is returned). Throws InvalidInput for negative or not finite input.
 * Source: Gross and Vitells, Eur. Phys. J. C 70 (2010) 525, arXiv:1005.1891, eq. (3) with one degree of freedom.
 */
export function grossVitells(localSignificance: number, meanUpCrossings: number, level: number): GlobalSignificance {
  const statistic = localSignificance * localSignificance;
  if (!(meanUpCrossings >= 0) || !(level >= 0) || !Number.isFinite(statistic + meanUpCrossings + level)) {
    throw new InvalidInput('look-elsewhere', `Z = ${localSignificance}, N = ${meanUpCrossings}, c₀ = ${level}`);
  }
  if (localSignificance <= 0 || statistic < level) return globalSignificance(1);
  return globalSignificance(normalSurvival(localSignificance) + meanUpCrossings * exp(-0.5 * (statistic - level)));
}

/**
 * Global p-value by toys: the fraction of background-only scans whose largest statistic reaches the observed one,
 * with ties counted (a relative 1e−9 allows for rounding), and its binomial error. `atLeast` is the count itself.
 * With no toy at or above, p is bounded only: `upperBound` is the 90 % limit −ln(0.1)/toys.
 */
export function globalByToys(observedMaximum: number, toyMaxima: ArrayLike<number>) {
  const toys = toyMaxima.length;
  if (toys === 0) throw new InvalidInput('look-elsewhere', 'there are no toys');
  const threshold = observedMaximum - 1e-9 * (1 + Math.abs(observedMaximum));
  let atLeast = 0;
  for (let i = 0; i < toys; i++) if (toyMaxima[i] >= threshold) atLeast++;
  const p = atLeast / toys;
  return {
    ...globalSignificance(p),
    error: Math.sqrt((p * (1 - p)) / toys),
    atLeast,
    toys,
    upperBound: atLeast === 0 ? Math.LN10 / toys : null,
  };
}

/** Quick estimate 1 − (1 − p)^N for N independent places, N ≈ range/(2–3 σ): a sanity check, not a result. */
export function trialsEstimate(localP: number, independentPlaces: number): number {
  let none = 1;
  // (1 − p)^N by squaring keeps to whole N; the fraction is interpolated linearly.
  const whole = Math.floor(independentPlaces);
  for (let base = 1 - localP, n = whole; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) none *= base;
    base *= base;
  }
  return 1 - none * (1 - (independentPlaces - whole) * localP);
}
