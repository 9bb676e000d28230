import { nearestExponent, powerOfTwo, productError } from './binary64.ts';
import { expPair } from './exponential.ts';

const ln2High = 0.6931471803691238;
const ln2Middle = 1.9082149292705877e-10;
const third = 0.3333333333333333;
const thirdLow = 1.850371707708594e-17;

/** Second word of the logarithm last computed by `logPair`. */
const pair = new Float64Array(1);

/**
 * Leading word of ln x for finite x > 0; the rest is left in `pair`: together good to about 2^−66 of their size.
 * The series of 2 atanh((m − 1)/(m + 1)) with its first two terms in double-double.
 */
function logPair(x: number): number {
  const subnormal = x < 2.2250738585072014e-308;
  const normal = subnormal ? x * 18014398509481984 : x;
  const exponent = nearestExponent(normal);
  const m = normal * powerOfTwo(-exponent);
  const k = subnormal ? exponent - 54 : exponent;

  const f = m - 1;
  const d = m + 1;
  const dLow = m - (d - 1);
  const s = f / d;
  const ratio = s * d;
  const sLow = (f - ratio - productError(s, d, ratio) - s * dLow) / d;

  const z = s * s;
  const zLow = productError(s, s, z) + 2 * s * sLow;
  const w = z * z;
  const rest =
    0.2 + z * (0.14285714285714285 + z * (0.1111111111111111 + z * (0.09090909090909091 + restOfSeries(z) * z)));
  const t = z * third;
  const tLow = productError(z, third, t) + (z * thirdLow + zLow * third) + w * rest;

  // ln m = 2s(1 + t)
  const product = s * t;
  const productLow = productError(s, t, product) + (s * tLow + sLow * t);
  const sum = s + product;
  const sumLow = s - sum + product + (productLow + sLow);
  const high = 2 * sum;
  const low = 2 * sumLow;
  const scale = k * ln2High;
  const total = scale + high;
  const partner = total - scale;
  const totalLow = scale - (total - partner) + (high - partner) + (low + k * ln2Middle);
  const result = total + totalLow;
  pair[0] = total - result + totalLow;
  return result;
}

function restOfSeries(z: number): number {
  return (
    0.07692307692307693 +
    z * (0.06666666666666667 + z * (0.058823529411764705 + z * (0.05263157894736842 + z * 0.047619047619047616)))
  );
}

function isOddInteger(y: number): boolean {
  return Math.abs(y) < 9007199254740992 && Math.floor(y) === y && Math.abs(y % 2) === 1;
}

/**
 * x^y within 0.6 ulp, exact where the result is representable and small powers of small integers are concerned.
 * The special values are those of IEEE 754 `pow` except that, as ECMAScript has it, pow(±1, ±∞) and pow(1, NaN) are
 * NaN; a negative x with a non-integer y gives NaN.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const odd = x < 0 || Object.is(x, -0) ? isOddInteger(y) : false;
  if (size === 0 || size === Number.POSITIVE_INFINITY) {
    const edge = (size === 0) === y < 0 ? Number.POSITIVE_INFINITY : 0;
    return odd ? -edge : edge;
  }
  if (x < 0 && Math.floor(y) !== y) return Number.NaN;
  const value = positivePower(size, y);
  return odd ? -value : value;
}

function positivePower(x: number, y: number): number {
  if (x === 1) return 1;
  const logarithm = logPair(x);
  const rough = y * logarithm;
  if (rough > 710) return Number.POSITIVE_INFINITY;
  if (rough < -746) return 0;
  if (Math.abs(rough) < 1e-19) return 1;
  return expPair(rough, productError(y, logarithm, rough) + y * pair[0]);
}

/** Binary logarithm within 0.6 ulp, exact at powers of two; edges as `log`. */
export function log2(x: number): number {
  return logInBase(x, Math.LOG2E, 2.0355273740931033e-17);
}

/** Decimal logarithm within 0.6 ulp, exact at the powers of ten that binary64 holds exactly; edges as `log`. */
export function log10(x: number): number {
  return logInBase(x, Math.LOG10E, 1.098319650216765e-17);
}

function logInBase(x: number, scale: number, scaleLow: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) {
    if (x === 0) return Number.NEGATIVE_INFINITY;
    return x > 0 ? x : Number.NaN;
  }
  const high = logPair(x);
  const low = pair[0];
  const product = high * scale;
  return product + (productError(high, scale, product) + (high * scaleLow + low * scale));
}
