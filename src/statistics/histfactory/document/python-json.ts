import { type JsonValue, RawNumber } from './json-text.ts';

/**
 * The text that Python's json.dumps(value, sort_keys=True, ensure_ascii=False) gives for a document read with
 * `rawNumbers`: what digests of workspaces are taken of. Integers keep their digits, floats are written as Python does.
 */
export function pythonJson(value: JsonValue): string {
  if (value instanceof RawNumber) return pythonNumber(value.text);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.keys(value)
      .sort(byCodePoints)
      .map((key) => `${JSON.stringify(key)}: ${pythonJson(value[key])}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

/** A JSON number as Python prints it after reading: 1 stays 1, 1.0 and 1e0 become 1.0, 1e16 becomes 1e+16. */
export function pythonNumber(text: string): string {
  if (!/[.eE]/.test(text)) return text === '-0' ? '0' : text;
  const value = Number(text);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa, power] = Math.abs(value).toExponential().split('e');
  const exponent = Number(power);
  const digits = mantissa.replace('.', '');
  const sign = value < 0 ? '-' : '';
  if (exponent < -4 || exponent >= 16)
    return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

function byCodePoints(a: string, b: string): number {
  const left = Array.from(a, (c) => c.codePointAt(0)!);
  const right = Array.from(b, (c) => c.codePointAt(0)!);
  for (let i = 0; i < Math.min(left.length, right.length); i++) if (left[i] !== right[i]) return left[i] - right[i];
  return left.length - right.length;
}
