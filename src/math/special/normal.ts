import { log } from '../elementary.ts';
import { requireDomain } from './domain.ts';
import { erf, erfcScaled, expMinusSquare } from './error-function.ts';

const SQRT_HALF = Math.SQRT1_2;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const SQRT_TWO_PI = 2.5066282746310007;

/** Density of the unit Gaussian. RangeError for NaN. */
export function normalPdf(x: number): number {
  requireDomain(!Number.isNaN(x), 'normalPdf', 'a number', x);
  return Math.abs(x) > 40 ? 0 : INVERSE_SQRT_TWO_PI * expMinusSquare(x, 2);
}

/** 1 − Φ(x), with full relative precision in the right tail (down to x ≈ 38). RangeError for NaN. */
export function normalSurvival(x: number): number {
  requireDomain(!Number.isNaN(x), 'normalSurvival', 'a number', x);
  if (x < 0.7) return 0.5 - 0.5 * erf(x * SQRT_HALF);
  return x > 40 ? 0 : 0.5 * expMinusSquare(x, 2) * erfcScaled(x * SQRT_HALF);
}

/** Φ(x), the distribution function of the unit Gaussian, with full relative precision in the left tail. */
export function normalCdf(x: number): number {
  return normalSurvival(-x);
}

/**
 * Φ⁻¹(p) for 0 ≤ p ≤ 1 (∓∞ at the ends), to rounding of p. For p near 1 use −normalQuantile(1 − p) with the small
 * tail itself. RangeError outside [0, 1] or for NaN. Halley steps from Hastings-like starts.
 */
export function normalQuantile(p: number): number {
  requireDomain(p >= 0 && p <= 1, 'normalQuantile', '0 ≤ p ≤ 1', p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -lowerQuantile(1 - p);
  return lowerQuantile(p);
}

function lowerQuantile(p: number): number {
  if (p === 0.5) return 0;
  const central = p > 0.15;
  let x: number;
  if (central) {
    const u = (p - 0.5) * SQRT_TWO_PI;
    x = u * (1 + (u * u) / 6 + (7 * u * u * u * u) / 120);
  } else {
    const t = Math.sqrt(-2 * log(p));
    x = (log(SQRT_TWO_PI * t) - 0.3) / t - t;
  }
  for (let i = 0; i < 20; i++) {
    const density = INVERSE_SQRT_TWO_PI * expMinusSquare(x, 2);
    const error = central ? 0.5 * erf(x * SQRT_HALF) - (p - 0.5) : normalSurvival(-x) - p;
    if (density === 0) break;
    // Newton's step on the logarithm far in the tail, where the distribution itself is too curved.
    const newton = central ? error / density : ((error + p) / density) * log((error + p) / p);
    const step = central ? newton / (1 + 0.5 * x * newton) : newton;
    x -= step;
    if (Math.abs(step) <= 4e-16 * Math.abs(x)) break;
  }
  return x;
}
