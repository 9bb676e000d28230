import { erf, normalPdf } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';

/** The fraction of a Gaussian peak inside |m − m₀| < kσ: erf(k/√2). Throws InvalidInput unless k > 0. */
export function windowEfficiency(k: number): number {
  if (!(k > 0)) throw new InvalidInput('window', `a half-width of ${k} σ is not positive`);
  return erf(k * Math.SQRT1_2);
}

/**
 * The half-width in σ that is best on a flat background, k = 1.400: it maximises S/√B ∝ erf(k/√2)/√k, so it solves
 * 4k·φ(k) = erf(k/√2).
 */
export function optimalWindow(): number {
  let low = 0.5;
  let high = 3;
  for (let step = 0; step < 60; step++) {
    const k = 0.5 * (low + high);
    if (4 * k * normalPdf(k) > windowEfficiency(k)) low = k;
    else high = k;
  }
  return 0.5 * (low + high);
}
