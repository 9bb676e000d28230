import { InvalidInput } from '../../../schema/index.ts';

/** A number as it stands in the text; what `readJson` gives with `rawNumbers`, so that 1.0 and 1 stay apart. */
export class RawNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue = null | boolean | number | string | RawNumber | JsonValue[] | { [key: string]: JsonValue };

const deepest = 200;
const largest = 200_000_000;

/**
 * The value that a JSON text (RFC 8259) holds. Unlike JSON.parse it refuses a key that is given twice in one object and
 * more than 200 levels, and its errors name the path. Texts of 50 MB take about a second.
 * @throws InvalidInput with path, line and column for truncated text, NaN and Infinity (which Python writes), or any
 * other slip.
 */
export function readJson(text: string, { rawNumbers = false }: { rawNumbers?: boolean } = {}): JsonValue {
  if (typeof text !== 'string') throw new InvalidInput('', `found ${typeof text}, needs the text of a JSON document.`);
  if (text.length > largest)
    throw new InvalidInput('', `the document has ${text.length} characters; at most ${largest} are read.`);
  return new JsonReader(text, rawNumbers).document();
}

class JsonReader {
  private at: number;
  private readonly text: string;
  private readonly rawNumbers: boolean;
  private readonly path: (string | number)[] = [];
  private readonly number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

  constructor(text: string, rawNumbers: boolean) {
    this.text = text;
    this.rawNumbers = rawNumbers;
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  document(): JsonValue {
    this.space();
    if (this.at >= this.text.length) this.fail('the document is empty.');
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.fail(`there is something after the end of the document: ${this.found()}.`);
    return value;
  }

  private value(): JsonValue {
    const c = this.text.charCodeAt(this.at);
    if (c === 0x7b) return this.object();
    if (c === 0x5b) return this.array();
    if (c === 0x22) return this.string();
    if (c === 0x2d || (c >= 0x30 && c <= 0x39)) return this.numeric();
    for (const [word, value] of words)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    return this.fail(`found ${this.found()} where a value belongs.`);
  }

  private object(): JsonValue {
    const out: { [key: string]: JsonValue } = {};
    this.enter();
    this.space();
    if (this.take(0x7d)) return out;
    for (;;) {
      if (this.text.charCodeAt(this.at) !== 0x22) this.fail(`found ${this.found()} where a key in quotes belongs.`);
      const key = this.string();
      if (Object.hasOwn(out, key)) this.fail(`the key '${printable(key)}' is given twice.`);
      this.space();
      if (!this.take(0x3a))
        this.fail(`found ${this.found()} after the key '${printable(key)}', where a colon belongs.`);
      this.space();
      this.path.push(key);
      const value = this.value();
      this.path.pop();
      if (key === '__proto__') Object.defineProperty(out, key, { value, enumerable: true });
      else out[key] = value;
      this.space();
      if (this.take(0x7d)) return out;
      if (!this.take(0x2c)) this.fail(`found ${this.found()} where a comma or } belongs.`);
      this.space();
    }
  }

  private array(): JsonValue {
    const out: JsonValue[] = [];
    this.enter();
    this.space();
    if (this.take(0x5d)) return out;
    for (;;) {
      this.path.push(out.length);
      out.push(this.value());
      this.path.pop();
      this.space();
      if (this.take(0x5d)) return out;
      if (!this.take(0x2c)) this.fail(`found ${this.found()} where a comma or ] belongs.`);
      this.space();
    }
  }

  private string(): string {
    const start = this.at;
    let plain = true;
    for (let i = start + 1; ; i++) {
      const c = this.text.charCodeAt(i);
      if (c === 0x22) {
        this.at = i + 1;
        if (plain) return this.text.slice(start + 1, i);
        try {
          return JSON.parse(this.text.slice(start, i + 1)) as string;
        } catch {
          this.at = start;
          return this.fail('a string holds an escape that JSON does not know.');
        }
      }
      if (c === 0x5c) {
        plain = false;
        i++;
      } else if (!(c >= 0x20)) {
        this.at = i;
        return this.fail(
          i >= this.text.length
            ? 'the text ends inside a string: it is truncated.'
            : 'a string holds a control character.',
        );
      }
    }
  }

  private numeric(): JsonValue {
    this.number.lastIndex = this.at;
    const match = this.number.exec(this.text);
    if (match === null) return this.fail(`found ${this.found()} where a value belongs.`);
    const value = Number(match[0]);
    if (!Number.isFinite(value)) this.fail(`the number ${match[0].slice(0, 40)} is too large.`);
    this.at += match[0].length;
    const next = this.text.charCodeAt(this.at);
    if ((next >= 0x30 && next <= 0x39) || next === 0x2e) this.fail(`${match[0].slice(0, 40)}… is not a JSON number.`);
    return this.rawNumbers ? new RawNumber(match[0]) : value;
  }

  private enter(): void {
    this.at++;
    if (this.path.length >= deepest) this.fail(`the document is nested deeper than ${deepest} levels.`);
  }

  private take(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  private space(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      this.at++;
    }
  }

  private found(): string {
    if (this.at >= this.text.length) return 'the end of the text (it is truncated)';
    const word = /^[A-Za-z-]+/.exec(this.text.slice(this.at, this.at + 20));
    return `'${word === null ? this.text[this.at] : word[0]}'`;
  }

  private fail(problem: string): never {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    const column = this.at - before.lastIndexOf('\n');
    throw new InvalidInput(pathText(this.path), `${problem.replace(/\.$/, '')} (line ${line}, column ${column}).`);
  }
}

const words: readonly (readonly [string, null | boolean])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

/** At most 60 characters of a name, without control characters, so that a message stays one line. */
export function printable(name: string): string {
  const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return Array.from(short, (c) => (c < ' ' ? '�' : c)).join('');
}

/** A path as people write it: channels[0].samples[2].data; long ones keep their two ends. */
export function pathText(path: readonly (string | number)[]): string {
  const parts = path.length > 24 ? [...path.slice(0, 8), '…', ...path.slice(-2)] : path;
  let out = '';
  for (const part of parts) {
    if (typeof part === 'number') out += `[${part}]`;
    else if (part === '…') out += '…';
    else out += out === '' ? printable(part) : `.${printable(part)}`;
  }
  return out;
}
