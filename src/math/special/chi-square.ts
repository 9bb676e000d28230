import { requireDomain } from './domain.ts';
import { erfc } from './error-function.ts';
import { gammaPInverse, gammaQ } from './gamma-incomplete.ts';
import { normalQuantile } from './normal.ts';

const SQRT_HALF = Math.SQRT1_2;

/** P(χ² ≥ x) with k > 0 degrees of freedom (whole or not), x ≥ 0; full relative precision in the tail. */
export function chiSquareSurvival(x: number, k: number): number {
  requireDomain(x >= 0 && k > 0, 'chiSquareSurvival', 'x ≥ 0 and k > 0', `x = ${x}, k = ${k}`);
  if (k === 1) return erfc(Math.sqrt(x) * SQRT_HALF);
  return gammaQ(0.5 * k, 0.5 * x);
}

/** The x with P(χ² ≤ x) = p for k degrees of freedom: 2.7055 for p = 0.90, k = 1. +∞ at p = 1. */
export function chiSquareQuantile(p: number, k: number): number {
  requireDomain(p >= 0 && p <= 1 && k > 0, 'chiSquareQuantile', '0 ≤ p ≤ 1 and k > 0', `p = ${p}, k = ${k}`);
  if (k === 1) {
    const z = normalQuantile(0.5 * (1 - p));
    return p < 0.5 ? 2 * gammaPInverse(0.5, p) : z * z;
  }
  return 2 * gammaPInverse(0.5 * k, p);
}
