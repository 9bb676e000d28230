const LONGEST = 60;

/** A text on one line, cut after 60 characters, without what a terminal would obey. */
export function shortText(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return withoutControls(short);
}

/** A text in which what a terminal would obey (new lines, escapes) stands as `�`. */
export const withoutControls = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd');

/** A value in a few words for a refusal: '5', '"text"', 'nothing', 'a list of 3', 'an object with a, b'. Never long. */
export function valueInWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    const short = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
    return JSON.stringify(short).replace(/[\u007f-\u009f\u2028\u2029]/g, '\ufffd');
  }
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value);
    if (keys.length === 0) return 'an empty object';
    const shown = keys.slice(0, 4).map((key) => key.slice(0, 24));
    return `an object with ${shown.join(', ')}${keys.length > 4 ? ', …' : ''}`;
  }
  return typeof value === 'function' ? 'a function' : String(value);
}
