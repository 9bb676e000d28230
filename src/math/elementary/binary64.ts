/** One binary64 number and its two 32-bit words; engines keep typed arrays in the byte order of the machine. */
export const numberView: Float64Array = new Float64Array(1);
export const wordView: Uint32Array = new Uint32Array(numberView.buffer);

numberView[0] = 1;
/** Index into `wordView` of the word with sign, exponent and the leading 20 mantissa bits. */
export const highIndex: number = wordView[1] === 0x3ff00000 ? 1 : 0;

const smallestExponent = -1074;
const largestExponent = 1023;
const powers = new Float64Array(largestExponent - smallestExponent + 1);
for (let i = 0, value = 2 ** -1074; i < powers.length; i++, value *= 2) powers[i] = value;

/** 2^k, exact, for integer k in [−1074, 1023]; undefined outside. */
export function powerOfTwo(k: number): number {
  return powers[k - smallestExponent];
}

/** x·2^k for integer k in [−1600, 2046], rounded once; x must not be subnormal when k < −1022. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > largestExponent) return x * powerOfTwo(k - largestExponent) * powerOfTwo(largestExponent);
  if (k < -1022) return x * powerOfTwo(k + 600) * powerOfTwo(-600);
  return x * powerOfTwo(k);
}

/** The k for which x·2^−k lies in [√½, √2], for positive finite x that is not subnormal. */
export function nearestExponent(x: number): number {
  numberView[0] = x;
  return ((wordView[highIndex] + 0x95f62) >>> 20) - 1023;
}

/**
 * The rounding error of `product` = a·b, so that a·b = product + error exactly (Dekker, Numer. Math. 18 (1971) 224),
 * when neither factor exceeds 2^995 and nothing underflows.
 */
export function productError(a: number, b: number, product: number): number {
  const aScaled = 134217729 * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = 134217729 * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
