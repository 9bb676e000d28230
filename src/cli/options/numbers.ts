import { InvalidInput } from '../../schema/index.ts';
import { shortText } from '../../schema/value-in-words.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The number that a text is. Throws InvalidInput for anything else, units, hexadecimal, NaN and infinities included;
 * `needed` says what to type.
 */
export function readNumber(text: string, needed = 'a plain number such as 0.26 or 3.5e-11'): number {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw new InvalidInput('', `found '${shortText(text)}', needs ${needed}.`);
  return value;
}

const WHOLE = 'a whole number such as 20000 or 1e6';

/** A number, zero or more. */
export function readNonNegative(text: string): number {
  const value = readNumber(text);
  if (value < 0) throw new InvalidInput('', `found ${text}, needs a number, zero or more.`);
  return value;
}

/** A number above zero. */
export function readPositive(text: string): number {
  const value = readNumber(text);
  if (value <= 0) throw new InvalidInput('', `found ${text}, needs a number above zero.`);
  return value;
}

/** A reader of numbers from `least` to `most`, both allowed. */
export function readWithin(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = readNumber(text, `a number from ${least} to ${most}`);
    if (!(value >= least && value <= most))
      throw new InvalidInput('', `found ${text}, needs a number from ${least} to ${most}.`);
    return value;
  };
}

/** A whole number of events (also as 1e6), zero or more, exactly representable. */
export function readWhole(text: string): number {
  const value = readNumber(text, WHOLE);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new InvalidInput('', `found ${text}, needs a whole number, zero or more${upperEnd(value)}.`);
  }
  return value;
}

/** Said of numbers above which not every whole one can be held. */
const upperEnd = (value: number): string =>
  value > Number.MAX_SAFE_INTEGER ? ` and at most ${Number.MAX_SAFE_INTEGER}` : '';

/** A whole number, one or more (also as 1e6). */
export function readCount(text: string): number {
  const value = readNumber(text, WHOLE);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidInput('', `found ${text}, needs a whole number, one or more${upperEnd(value)}.`);
  }
  return value;
}

/** A confidence level, between 0 and 1, both excluded; '90' and '90%' are refused with the level that was meant. */
export function readLevel(text: string): number {
  const percent = readNumber(text.replace(/%$/, ''), 'a confidence level such as 0.9');
  if (text.endsWith('%') || (percent > 1 && percent < 100)) {
    throw new InvalidInput('', `found ${text}, a confidence level is between 0 and 1. Did you mean ${percent / 100}?`);
  }
  if (!(percent > 0 && percent < 1)) {
    throw new InvalidInput('', `found ${text}, a confidence level is between 0 and 1, both excluded.`);
  }
  return percent;
}

/** A relative error, from 0 to 1; '5' and '5%' are refused with the fraction that was meant. */
export function readRelative(text: string): number {
  const value = readNonNegative(text.replace(/%$/, ''));
  if (text.endsWith('%') || value > 1) {
    throw new InvalidInput('', `found ${text}, needs a fraction from 0 to 1. Did you mean ${value / 100}?`);
  }
  return value;
}

/** An error as one number, or as upper and lower one: '0.04' or '0.05,0.03'. */
export function readError(text: string): number | readonly [up: number, down: number] {
  const parts = text.split(',');
  if (parts.length === 1) return readNonNegative(text);
  if (parts.length !== 2)
    throw new InvalidInput('', `found '${text}', needs one error or two: 0.04 or 0.05,0.03 (up,down).`);
  return [readNonNegative(parts[0]), readNonNegative(parts[1])];
}
