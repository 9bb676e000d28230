import { powerOfTwo, scaleByPowerOfTwo } from './binary64.ts';

const log2e = Math.LOG2E;
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const toInteger = 6755399441055744;

/** (e^r − 1 − r)/r² for |r| ≤ ln2/2, coefficients from scripts/fixtures/elementary-polynomials.py. */
function exponentialTail(r: number): number {
  const s = r * r;
  const low = 0.5 + r * 0.1666666666666667 + s * (0.04166666666666667 + r * 0.008333333333326084);
  const high =
    0.0013888888888883711 +
    r * 0.0001984126987500228 +
    s * (2.480158732567746e-5 + r * 2.755725517000089e-6) +
    s * s * (2.755727347871858e-7 + r * 2.5105312729622103e-8 + s * 2.09147553258932e-9);
  return low + s * s * high;
}

/**
 * e^(x + correction), with |correction| below an ulp of x or so: the second half of a double-double exponent.
 * Overflows to Infinity, underflows through the subnormals to 0; NaN gives NaN.
 */
export function expPair(x: number, correction: number): number {
  if (!(x < 709.9)) return Number.isNaN(x) ? Number.NaN : Number.POSITIVE_INFINITY;
  if (x < -745.2) return 0;
  const k = x * log2e + toInteger - toInteger;
  const high = x - k * ln2High;
  const low = correction - k * ln2Low;
  const r = high + low;
  const c = high - r + low;
  const y = 1 + (r + (r * r * exponentialTail(r) + (c + c * r)));
  return k > -1022 && k < 1024 ? y * powerOfTwo(k) : scaleByPowerOfTwo(y, k);
}

/** e^x, within 0.7 ulp. e^−∞ = 0, e^∞ = ∞, overflow gives ∞, underflow passes through the subnormals; NaN gives NaN. */
export function exp(x: number): number {
  return expPair(x, 0);
}

/** e^x − 1 without the cancellation at small x, within 1.5 ulp; keeps −0; −∞ gives −1, ∞ gives ∞, NaN gives NaN. */
export function expm1(x: number): number {
  if (!(x < 709.9)) return Number.isNaN(x) ? Number.NaN : Number.POSITIVE_INFINITY;
  if (x < -40) return -1;
  if (Math.abs(x) < 1e-17) return x;
  const k = Math.abs(x) < 0.34657 ? 0 : x * log2e + toInteger - toInteger;
  const high = x - k * ln2High;
  const low = -k * ln2Low;
  const r = high + low;
  const c = high - r + low;
  const p = r + (r * r * exponentialTail(r) + (c + c * r));
  if (k === 0) return p;
  if (k < 54) return powerOfTwo(k) * (1 - powerOfTwo(-k) + p);
  return scaleByPowerOfTwo(1 + p, k);
}
