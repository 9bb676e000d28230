import { InvalidInput } from '../../schema/index.ts';

/** A closed interval, both ends allowed. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/**
 * The answer of a model that is asked for something outside the region where it holds: which mechanism, which quantity,
 * the value found, what is allowed and why. Returned, not thrown, so that a scan can draw the gap.
 */
export interface OutsideValidity {
  readonly valid: false;
  readonly mechanism: string;
  readonly quantity: string;
  readonly value: number;
  readonly allowed: Range;
  readonly reason: string;
}

/** Whether x lies in the range (false for NaN). */
export function contains(range: Range, x: number): boolean {
  return x >= range.min && x <= range.max;
}

/** The explicit answer for a value outside validity. */
export function outsideValidity(
  mechanism: string,
  quantity: string,
  value: number,
  allowed: Range,
  reason: string,
): OutsideValidity {
  return { valid: false, mechanism, quantity, value, allowed, reason };
}

/** Returns x when it is a finite number ≥ min (default: > 0); throws InvalidInput naming `where` otherwise. */
export function requirePositive(where: string, x: number, allowZero = false): number {
  if (Number.isFinite(x) && (x > 0 || (allowZero && x === 0))) return x;
  throw new InvalidInput(where, `found ${x}, allowed is a finite number ${allowZero ? 'of at least' : 'above'} 0`);
}

/** Returns x when the range holds it; throws InvalidInput naming `where` and the ends otherwise. */
export function requireInRange(where: string, x: number, range: Range, unit: string): number {
  if (contains(range, x)) return x;
  const allowed = range.min === range.max ? `${range.min} ${unit} only` : `${range.min} to ${range.max} ${unit}`;
  throw new InvalidInput(where, `found ${x} ${unit}, allowed is ${allowed}`);
}
