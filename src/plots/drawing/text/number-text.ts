import { log } from '../../../math/elementary.ts';

const tenthPowers = new Map<number, number>();

/** The power of ten 10^n nearest to the decimal text, exact where a double can be (read from text, not multiplied). */
export function powerOfTen(n: number): number {
  let value = tenthPowers.get(n);
  if (value === undefined) {
    value = Number(`1e${n}`);
    tenthPowers.set(n, value);
  }
  return value;
}

/** Decade of a positive number: the largest n with 10^n ≤ value. */
export function decade(value: number): number {
  let n = Math.floor(log(value) / Math.LN10);
  while (powerOfTen(n + 1) <= value) n += 1;
  while (powerOfTen(n) > value) n -= 1;
  return n;
}

/** Digits with a true minus sign. */
function signed(text: string): string {
  return text.replace(/^-/, '−');
}

/** `value` with a fixed number of decimals and a true minus sign; −0 is written 0. */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return signed(Number(text) === 0 ? text.replace('-', '') : text);
}

/**
 * A number as a physicist writes it: `digits` significant digits, plain between 0.001 and 99999, otherwise as
 * `3.5×10^{-11}` (label markup). Integers up to 999999 are written in full. Infinity is written ∞; an absent number
 * (null or not a number) is written as an en dash.
 */
export function significant(value: number | null, digits = 3): string {
  if (value === null || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return signed(String(value));
  const mantissa = Number(size.toExponential(digits - 1));
  const n = decade(mantissa);
  if (n >= -3 && n < 5) return signed(value.toFixed(Math.max(0, Math.min(100, digits - 1 - n))));
  const text = size.toExponential(digits - 1).split('e')[0];
  return `${value < 0 ? '−' : ''}${text}×10^{${n}}`;
}

/** A cited number with the digits it was given with, `most` at most: 8.1×10^{-11}, not 8.10×10^{-11}. */
export function asGiven(value: number | null, most = 4): string {
  if (value === null || !Number.isFinite(value)) return significant(value);
  let digits = 1;
  // A unit conversion may have moved the last bits.
  const given = (text: string): boolean => Math.abs(Number(text) - value) <= 1e-12 * Math.abs(value);
  while (digits < most && !given(value.toPrecision(digits))) digits += 1;
  return significant(value, digits);
}

/**
 * `value ± error` with the error at two significant digits (one from 3.55 on, as the Particle Data Group rounds) and
 * the value to the same decimal place; a common power of ten outside 0.001…99999. Without a usable error, the value
 * alone at three digits.
 */
export function withError(value: number | null, error: number | null | undefined): string {
  if (value === null || error === null || error === undefined || !(error > 0) || !Number.isFinite(value)) {
    return significant(value);
  }
  if (!Number.isFinite(error)) return `${significant(value)} ± ∞`;
  const size = Math.max(Math.abs(value), error);
  const n = decade(size);
  const shared = n < -3 || n >= 5 ? n : 0;
  const scaled = error / powerOfTen(shared);
  const place = decade(scaled);
  const digits = scaled / powerOfTen(place) < 3.55 ? 1 : 0;
  const decimals = Math.max(0, Math.min(20, digits - place));
  const text = `${fixed(value / powerOfTen(shared), decimals)} ± ${scaled.toFixed(decimals)}`;
  return shared === 0 ? text : `(${text})×10^{${shared}}`;
}

/** The label of a decade on a logarithmic axis: 1, 10, otherwise 10 to its power. */
export function decadeLabel(n: number): string {
  return n === 0 ? '1' : n === 1 ? '10' : `10^{${n}}`;
}
