import { exp } from '../elementary.ts';
import { requireDomain } from './domain.ts';

const TWO_OVER_SQRT_PI = 1.1283791670955126;

/**
 * Chebyshev coefficients of (1 + 2x) exp(x²) erfc(x) in t = (x − 4)/(x + 4), x ≥ 0
 * [computed: scripts/fixtures/special-functions.py].
 */
const SCALED_ERFC = [
  2.3549664010748974, -0.007260796620301901, -0.081265123236185, 0.06009212804122225, -0.02875393558027666,
  0.01059566336347286, -0.003136927294554264, 0.0007456494372536184, -0.0001369696503010054, 0.000017183861600300937,
  -7.158364623450345e-7, -2.426139944244952e-7, 5.57657093957037e-8, -2.1057869513808278e-9, -1.1717889351883898e-9,
  1.9098355172465606e-10, 1.4088717642160148e-11, -6.9011083204264094e-12, 9.167958367757106e-14,
  2.1454508288383114e-13, -1.4716575027010248e-14, -6.668675137055271e-15, 7.504598145306395e-16, 2.220092462615309e-16,
  -3.170497097373676e-17, -8.19365949558178e-18,
];

/** exp(−x²/divisor) with the square split so that a large x does not amplify its rounding. */
export function expMinusSquare(x: number, divisor: 1 | 2): number {
  const high = Math.fround(x);
  return exp((-high * high) / divisor) * exp((-(x - high) * (x + high)) / divisor);
}

/** exp(x²) erfc(x) for x ≥ 0, to about 1e-15 relative; tends to 1/(x√π). RangeError for x < 0 or NaN. */
export function erfcScaled(x: number): number {
  requireDomain(x >= 0, 'erfcScaled', 'x ≥ 0', x);
  if (x === Number.POSITIVE_INFINITY) return 0;
  const t2 = (2 * (x - 4)) / (x + 4);
  let b1 = 0;
  let b2 = 0;
  for (let k = SCALED_ERFC.length - 1; k >= 1; k--) {
    const b0 = t2 * b1 - b2 + SCALED_ERFC[k];
    b2 = b1;
    b1 = b0;
  }
  return (0.5 * t2 * b1 - b2 + 0.5 * SCALED_ERFC[0]) / (1 + 2 * x);
}

/** Maclaurin series of erf for |x| < 0.75. */
function erfSeries(x: number): number {
  const q = x * x;
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 40; k++) {
    term *= -q / k;
    const next = sum + term / (2 * k + 1);
    if (next === sum) break;
    sum = next;
  }
  return TWO_OVER_SQRT_PI * x * sum;
}

/** The error function, odd, to about 1e-15 relative. RangeError for NaN. */
export function erf(x: number): number {
  requireDomain(!Number.isNaN(x), 'erf', 'a number', x);
  const a = Math.abs(x);
  if (a < 0.75) return erfSeries(x);
  const value = a > 6 ? 1 : 1 - expMinusSquare(a, 1) * erfcScaled(a);
  return x < 0 ? -value : value;
}

/** The complementary error function, with full relative precision in the right tail (0 beyond x ≈ 27.2). RangeError for NaN. */
export function erfc(x: number): number {
  requireDomain(!Number.isNaN(x), 'erfc', 'a number', x);
  if (x < 0.5) return 1 - erf(x);
  if (x > 28) return 0;
  return expMinusSquare(x, 1) * erfcScaled(x);
}
