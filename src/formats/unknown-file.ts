import { InvalidInput } from '../schema/index.ts';
import { type JsonValue, readJson } from '../statistics/histfactory/document/json-text.ts';

/** Gives another file that a file names, or null where there is none: of the same folder, archive or drop. */
export type Beside = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;

export const nothingBeside: Beside = async () => null;

/** Larger files are refused before they are read. */
export const largestFile = 512 * 1024 * 1024;

const headBytes = 65536;

function decode(bytes: Uint8Array, whole: boolean, name: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: whole }).decode(bytes);
  } catch {
    throw new InvalidInput(name, 'is neither a known binary format nor text in UTF-8.');
  }
}

/**
 * A file of which only name and bytes are known, as recognisers look at it: the first letters, the whole text, the JSON
 * in it. A byte order mark (UTF-8 or UTF-16) is taken away for everybody.
 */
export class UnknownFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly beside: Beside;
  /** The first 64 kB as text; '' for binary content. */
  readonly head: string;
  #text: string | undefined;
  #keys: readonly string[] | undefined;
  #json: { readonly value: JsonValue } | { readonly error: unknown } | undefined;

  constructor(name: string, bytes: Uint8Array<ArrayBuffer>, beside: Beside = nothingBeside) {
    if (bytes.length > largestFile)
      throw new InvalidInput(name, `has ${bytes.length} bytes; at most ${largestFile} are read.`);
    this.name = name;
    this.bytes = bytes;
    this.beside = beside;
    const head = decode(bytes.subarray(0, headBytes), false, name);
    this.head = head.includes('\0') ? '' : head;
  }

  /** Whether the bytes begin with this ASCII word. */
  startsWith(word: string): boolean {
    if (this.bytes.length < word.length) return false;
    for (let i = 0; i < word.length; i++) if (this.bytes[i] !== word.charCodeAt(i)) return false;
    return true;
  }

  /** The whole text. Throws InvalidInput when it is none. */
  text(): string {
    this.#text ??= decode(this.bytes, true, this.name);
    return this.#text;
  }

  /** Whether the text begins as a JSON object or list does. */
  get looksLikeJson(): boolean {
    return /^\s*[[{]/.test(this.head);
  }

  /** The JSON document. Throws InvalidInput, with line and column, for anything else. */
  json(): JsonValue {
    if (this.#json === undefined) {
      try {
        this.#json = { value: readJson(this.text()) };
      } catch (error) {
        this.#json = { error };
      }
    }
    if ('error' in this.#json) throw this.#json.error;
    return this.#json.value;
  }

  /** The keys of a JSON object; none when the file holds no JSON object, or a broken one. */
  jsonKeys(): readonly string[] {
    this.#keys ??= this.#keysOfJson();
    return this.#keys;
  }

  #keysOfJson(): readonly string[] {
    if (!/^\s*\{/.test(this.head)) return [];
    try {
      const value = this.json();
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    } catch {
      return [];
    }
  }
}
