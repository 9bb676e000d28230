import { numberText } from './number.ts';

/** Any value of a document on one line. */
export function valueText(value: unknown): string {
  if (typeof value === 'number') return numberText(value, 6);
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, child]) => `${key} ${valueText(child)}`)
      .join(', ');
  }
  return String(value);
}

/** A value with its error: '0.26 ± 0.04'. */
export function measuredText(value: number, error: number | undefined): string {
  return error === undefined ? numberText(value) : `${numberText(value)} ± ${numberText(error, 2)}`;
}
