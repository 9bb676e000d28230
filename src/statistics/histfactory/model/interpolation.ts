import { exp, log } from '../../../math/elementary.ts';
import { InvalidInput, unknownName } from '../../../schema/index.ts';

/** How a normsys factor goes between its low, nominal and high values. */
export const normsysCodes = ['code0', 'code1', 'code2', 'code4'] as const;
export type NormsysCode = (typeof normsysCodes)[number];
/** How a histosys template goes between its low, nominal and high values. */
export const histosysCodes = ['code0', 'code2', 'code4p'] as const;
export type HistosysCode = (typeof histosysCodes)[number];

/** The codes whose first derivative jumps at α = 0. */
export const isKinked = (code: NormsysCode | HistosysCode): boolean => code === 'code0' || code === 'code1';

export function requireCode<T extends string>(where: string, code: string, allowed: readonly T[]): T {
  if (!(allowed as readonly string[]).includes(code)) throw unknownName(where, 'interpolation code', code, allowed);
  return code as T;
}

/**
 * The additive codes share one form: with δ± the steps up and down, the shift is α·S + q(α)·D for S = (δ₊ + δ₋)/2 and
 * D = (δ₊ − δ₋)/2. Writes q, q′, q″ to `out`. code0: q = |α| (`side` says which slope at α = 0); code2: α² inside
 * |α| ≤ 1, then 2|α| − 1; code4p: α²(15 − 10α² + 3α⁴)/8 inside, then |α| (pyhf's code4p; Cranmer et al.,
 * CERN-OPEN-2012-016).
 */
export function bend(code: HistosysCode, alpha: number, side: number, out: Float64Array): void {
  const size = Math.abs(alpha);
  const sign = alpha > 0 || (alpha === 0 && side > 0) ? 1 : -1;
  if (code === 'code2') {
    const inside = size <= 1;
    out[0] = inside ? alpha * alpha : 2 * size - 1;
    out[1] = inside ? 2 * alpha : 2 * sign;
    out[2] = inside ? 2 : 0;
  } else if (code === 'code4p' && size <= 1) {
    const s = alpha * alpha;
    out[0] = (s * (15 + s * (3 * s - 10))) / 8;
    out[1] = (alpha * (30 + s * (18 * s - 40))) / 8;
    out[2] = (30 + s * (90 * s - 120)) / 8;
  } else {
    out[0] = size;
    out[1] = sign;
    out[2] = 0;
  }
}

/** The numbers a normsys factor is computed from: S, D, ln a, ln c, then a₁…a₆ of code4. */
export const normsysWidth = 10;

/**
 * Fills `out` (10 numbers from `offset`) with what `normsysFactor` needs for the factors `hi` and `lo` at α = ±1.
 * @throws InvalidInput for code1 and code4 unless both are above zero: they are exponential outside |α| < 1.
 */
export function fillNormsys(
  code: NormsysCode,
  hi: number,
  lo: number,
  out: Float64Array,
  offset: number,
  where: string,
): void {
  out[offset] = 0.5 * (hi - lo);
  out[offset + 1] = 0.5 * (hi + lo) - 1;
  if (code === 'code0' || code === 'code2') return;
  if (!(hi > 0 && lo > 0))
    throw new InvalidInput(
      where,
      `found hi ${hi} and lo ${lo}; ${code} needs both above zero (code0 and code2 do not).`,
    );
  const a = log(hi);
  const c = log(lo);
  out[offset + 2] = a;
  out[offset + 3] = c;
  if (code === 'code1') return;
  // f = 1 + Σ aᵢαⁱ meets a^α and c^−α at ±1 in value, slope and curvature: three equations each for even and odd i.
  const even = out[offset + 1];
  const even1 = 0.5 * (hi * a + lo * c);
  const even2 = 0.5 * (hi * a * a + lo * c * c);
  const a6 = (even2 - 5 * even1 + 8 * even) / 8;
  const a4 = (even1 - 2 * even - 4 * a6) / 2;
  const odd = out[offset];
  const odd1 = 0.5 * (hi * a - lo * c);
  const odd2 = 0.5 * (hi * a * a - lo * c * c);
  const a5 = (odd2 - 3 * odd1 + 3 * odd) / 8;
  const a3 = (odd1 - odd - 4 * a5) / 2;
  out[offset + 4] = odd - a3 - a5;
  out[offset + 5] = even - a4 - a6;
  out[offset + 6] = a3;
  out[offset + 7] = a4;
  out[offset + 8] = a5;
  out[offset + 9] = a6;
}

/**
 * Writes a normsys factor at α and its first and second derivatives to `out`. code0 and code2 as `bend` on 1; code1:
 * hi^α above zero, lo^−α below; code4: the same outside |α| < 1, inside a polynomial of sixth degree.
 */
export function normsysFactor(
  code: NormsysCode,
  c: Float64Array,
  offset: number,
  alpha: number,
  side: number,
  out: Float64Array,
): void {
  if (code === 'code0' || code === 'code2') {
    bend(code, alpha, side, out);
    out[0] = 1 + alpha * c[offset] + out[0] * c[offset + 1];
    out[1] = c[offset] + out[1] * c[offset + 1];
    out[2] = out[2] * c[offset + 1];
  } else if (code === 'code4' && alpha > -1 && alpha < 1) {
    const a1 = c[offset + 4];
    const a2 = c[offset + 5];
    const a3 = c[offset + 6];
    const a4 = c[offset + 7];
    const a5 = c[offset + 8];
    const a6 = c[offset + 9];
    out[0] = 1 + alpha * (a1 + alpha * (a2 + alpha * (a3 + alpha * (a4 + alpha * (a5 + alpha * a6)))));
    out[1] = a1 + alpha * (2 * a2 + alpha * (3 * a3 + alpha * (4 * a4 + alpha * (5 * a5 + alpha * 6 * a6))));
    out[2] = 2 * a2 + alpha * (6 * a3 + alpha * (12 * a4 + alpha * (20 * a5 + alpha * 30 * a6)));
  } else {
    const slope = alpha > 0 || (alpha === 0 && side > 0) ? c[offset + 2] : -c[offset + 3];
    const value = exp(alpha * slope);
    out[0] = value;
    out[1] = slope * value;
    out[2] = slope * slope * value;
  }
}
