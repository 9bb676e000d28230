import { highIndex, numberView, wordView } from './binary64.ts';

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
  let k = -1023;
  numberView[0] = x;
  if (x < 2.2250738585072014e-308) {
    numberView[0] = x * 18014398509481984;
    k -= 54;
  }
  const word = wordView[highIndex];
  const top = word & 0xfffff;
  const carry = (top + 0x95f62) >>> 20;
  wordView[highIndex] = top | ((1023 - carry) << 20);
  return logOfParts(numberView[0] - 1, k + (word >>> 20) + carry, 0);
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
  numberView[0] = sum;
  const word = wordView[highIndex];
  const top = word & 0xfffff;
  const carry = (top + 0x95f62) >>> 20;
  wordView[highIndex] = top | ((1023 - carry) << 20);
  return logOfParts(numberView[0] - 1, (word >>> 20) - 1023 + carry, lost / sum);
}
