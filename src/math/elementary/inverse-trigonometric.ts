import { productError } from './binary64.ts';

const pi = Math.PI;
const piLow = 1.2246467991473532e-16;
const halfPi = 1.5707963267948966;
const halfPiLow = 6.123233995736766e-17;

/** arctan(k/8), leading words and rests, k = 0…8. */
const tableHigh = Float64Array.of(
  0,
  0.12435499454676144,
  0.24497866312686414,
  0.35877067027057225,
  0.4636476090008061,
  0.5585993153435624,
  0.6435011087932844,
  0.7188299996216245,
  0.7853981633974483,
);
const tableLow = Float64Array.of(
  0,
  -3.1253241424539383e-18,
  1.0698755618734451e-17,
  -2.4623815582638635e-17,
  2.2698777452961687e-17,
  -5.4556305485916264e-18,
  1.5834785051444286e-17,
  -2.1478388444456983e-17,
  3.061616997868383e-17,
);

/** arctan t − t for |t| ≤ 3/16, coefficients from scripts/fixtures/elementary-polynomials.py. */
function arctanTail(t: number): number {
  const z = t * t;
  const w = z * z;
  const low = -0.3333333333333333 + z * 0.19999999999998788 + w * (-0.1428571428498977 + z * 0.11111110946013587);
  const high = -0.09090890585461454 + z * 0.07691178270640717 + w * (-0.06628281118842526 + z * 0.05194309143343746);
  return t * z * (low + w * w * high);
}

/** arctan of q = numerator/denominator in [0, 1], plus `base` given as a leading word and a rest. */
function arctanAbove(q: number, base: number, baseLow: number, sign: number): number {
  if (q <= 0.1875) return base + (sign * q + (sign * arctanTail(q) + baseLow));
  const k = Math.floor(8 * q + 0.5);
  const c = 0.125 * k;
  const t = (q - c) / (1 + q * c);
  const high = sign * tableHigh[k];
  const sum = base + high;
  const lost = base - sum + high;
  return sum + (sign * t + (sign * (arctanTail(t) + tableLow[k]) + baseLow + lost));
}

/** Arctangent in radians, within 1.5 ulp; keeps −0; ±∞ give ±π/2, NaN gives NaN. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-8) return x;
  const value = size <= 1 ? arctanAbove(size, 0, 0, 1) : arctanAbove(1 / size, halfPi, halfPiLow, -1);
  return x < 0 ? -value : value;
}

/**
 * The angle of the point (x, y) in (−π, π], within 2 ulp, signed zeros and infinities as IEEE 754 asks; NaN in, NaN
 * out.
 */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const left = x < 0 || Object.is(x, -0);
  let value: number;
  if (ay === 0) value = left ? pi : 0;
  else if (ax === ay && ax === Number.POSITIVE_INFINITY) value = left ? 2.356194490192345 : quarter;
  else if (ay > ax) value = arctanAbove(ax / ay, halfPi, halfPiLow, left ? 1 : -1);
  else if (left) value = arctanAbove(ay / ax, pi, piLow, -1);
  else value = ay / ax < 1e-8 ? ay / ax : arctanAbove(ay / ax, 0, 0, 1);
  return y < 0 || Object.is(y, -0) ? -value : value;
}
const quarter = 0.7853981633974483;

/** arcsin s − s for |s| ≤ ½, coefficients from scripts/fixtures/elementary-polynomials.py. */
function arcsinTail(s: number): number {
  const z = s * s;
  const w = z * z;
  const a = 0.16666666666666669 + z * 0.07499999999998425 + w * (0.04464285714637338 + z * 0.030381944137085216);
  const b = 0.022372173002005596 + z * 0.017352391265909227 + w * (0.013971235301124539 + z * 0.011478952690257387);
  const c = 0.010324318288744113 + z * 0.00545087818772055 + w * (0.017419357964884856 + z * -0.014881409392818066);
  return s * z * (a + w * w * (b + w * w * (c + w * w * 0.02877844261259304)));
}

/** arccos x for x in [½, 1] minus twice the leading word s of √((1 − x)/2), where s and the rest is added by callers. */
function halfAngleRest(s: number, z: number): number {
  if (s === 0) return 0;
  const square = s * s;
  return (z - square - productError(s, s, square)) / (2 * s);
}

/** Arcsine in radians, within 1 ulp, for |x| ≤ 1; keeps −0; anything else gives NaN. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return Number.NaN;
  if (size < 1e-8) return x;
  if (size <= 0.5) return x + arcsinTail(x);
  const z = 0.5 * (1 - size);
  const s = Math.sqrt(z);
  const angle = halfPi - 2 * s;
  const lost = halfPi - angle - 2 * s;
  const value = angle + (lost + (halfPiLow - 2 * (halfAngleRest(s, z) + arcsinTail(s))));
  return x < 0 ? -value : value;
}

/** Arccosine in radians, within 1 ulp, for |x| ≤ 1; anything else gives NaN. */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return Number.NaN;
  if (size <= 0.5) {
    const angle = halfPi - x;
    const lost = halfPi - angle - x;
    return angle + (lost + (halfPiLow - arcsinTail(x)));
  }
  const z = 0.5 * (1 - size);
  const s = Math.sqrt(z);
  const rest = halfAngleRest(s, z) + arcsinTail(s);
  if (x > 0) return 2 * (s + rest);
  const angle = pi - 2 * s;
  const lost = pi - angle - 2 * s;
  return angle + (lost + (piLow - 2 * rest));
}
