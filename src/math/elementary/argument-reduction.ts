const twoOverPi = 0.6366197723675814;
const toInteger = 6755399441055744;
const part1 = 1.5707963267341256;
const part2 = 6.077100506303966e-11;
const part3 = 2.0222662487111665e-21;
const part4 = 8.4784276603689e-32;

/** The remainder left by `reduceByQuarterTurns`: leading word and rest. */
export const remainder: Float64Array = new Float64Array(2);

/**
 * Writes x − n·π/2, at most about π/4 in size, to `remainder` and returns n modulo 4 for finite x: three 33-bit parts
 * of π/2 (Cody and Waite) up to 10^5, exact integers beyond.
 */
export function reduceByQuarterTurns(x: number): number {
  if (Math.abs(x) > 1e5) return reduceExactly(x);
  const n = x * twoOverPi + toInteger - toInteger;
  const a = x - n * part1;
  const b = n * part2;
  const s = a - b;
  const lost = a - (s + b) + (s + b - s - b);
  const c = n * part3;
  const high = s - c;
  const partner = high - s;
  const rest = s - (high - partner) - (c + partner);
  const low = rest + lost - n * part4;
  remainder[0] = high + low;
  remainder[1] = high - remainder[0] + low;
  return n & 3;
}

const fractionBits = 1280n;
let halfPi: bigint | undefined;

/** arccot(k)·2^bits by its series. */
function arcCotangent(k: bigint, bits: bigint): bigint {
  let term = (1n << bits) / k;
  let sum = term;
  const square = k * k;
  for (let divisor = 3n; term !== 0n; divisor += 2n) {
    term = -term / square;
    sum += term / divisor;
  }
  return sum;
}

/** The same for any finite x with π/2 to 1280 bits (Machin's formula) and the integer arithmetic of the language. */
function reduceExactly(x: number): number {
  halfPi ??= (8n * arcCotangent(5n, fractionBits + 32n) - 2n * arcCotangent(239n, fractionBits + 32n)) >> 32n;
  const size = Math.abs(x);
  const scaled = BigInt(size < 2 ** 80 ? size * 2 ** 52 : size) << (size < 2 ** 80 ? fractionBits - 52n : fractionBits);
  const turns = (scaled + halfPi / 2n) / halfPi;
  const rest = (scaled - turns * halfPi) >> (fractionBits - 200n);
  const high = Number(rest);
  const low = Number(rest - BigInt(high));
  const sign = x < 0 ? -1 : 1;
  remainder[0] = sign * (high * 2 ** -200);
  remainder[1] = sign * (low * 2 ** -200);
  return (sign * Number(turns & 3n)) & 3;
}
