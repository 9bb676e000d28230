import { nearestExponent, powerOfTwo } from './binary64.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** (2 atanh s)/s − 2 for z = s² ≤ (3 − 2√2)², coefficients from scripts/fixtures/elementary-polynomials.py. */
export function inverseTanhTail(z: number): number {
  const w = z * z;
  const even = 0.6666666666666666 + z * 0.4000000000000088 + w * (0.2857142857080323 + z * 0.2222222239180047);
  const odd = 0.18181795630884753 + z * 0.15386240205813478 + w * (0.13268759668560612 + z * 0.13086767009948175);
  return z * (even + w * w * odd);
}

/** ln(1 + f) + k ln 2 + correction for 1 + f in [√½, √2]. */
function logOfParts(f: number, k: number, correction: number): number {
  const s = f / (2 + f);
  const halfSquare = 0.5 * f * f;
  const tail = s * (halfSquare + inverseTanhTail(s * s));
  if (k === 0) return f - (halfSquare - (tail + correction));
  return k * ln2High - (halfSquare - (tail + (k * ln2Low + correction)) - f);
}

/** Natural logarithm within 1 ulp. ln 0 = −∞, ln ∞ = ∞; a negative number or NaN gives NaN. */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return logOfEdge(x);
  if (x < 2.2250738585072014e-308) {
    const scaled = x * 18014398509481984;
    const exponent = nearestExponent(scaled);
    return logOfParts(scaled * powerOfTwo(-exponent) - 1, exponent - 54, 0);
  }
  const k = nearestExponent(x);
  return logOfParts(x * powerOfTwo(-k) - 1, k, 0);
}

function logOfEdge(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? x : Number.NaN;
}

/** ln(1 + x) without the cancellation at small x, within 1.5 ulp; keeps −0; −1 gives −∞, x < −1 or NaN gives NaN. */
export function log1p(x: number): number {
  if (!(x > -1 && x < Number.POSITIVE_INFINITY)) return x === -1 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  if (Math.abs(x) < 1e-17) return x;
  if (x > -0.29 && x < 0.41) return logOfParts(x, 0, 0);
  const sum = 1 + x;
  const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1);
  const k = nearestExponent(sum);
  return logOfParts(sum * powerOfTwo(-k) - 1, k, lost / sum);
}
