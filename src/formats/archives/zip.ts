import { InvalidInput } from '../../schema/index.ts';
import { inflate } from './inflate.ts';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const mostEntries = 10_000;

/** One file of an archive. */
interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The files of a ZIP archive by path, stored or deflated (PKWARE's note 6.3, without encryption and ZIP64). A file is
 * unpacked when it is asked for; all of them together give at most `most` bytes.
 * @throws InvalidInput for a broken archive, and for more than 10 000 files.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  readonly #where: string;
  readonly #entries = new Map<string, Entry>();
  #left: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, where: string, most: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#where = where;
    this.#left = most;
    try {
      this.#list();
    } catch (error) {
      throw error instanceof InvalidInput ? error : this.#broken();
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of a file, or null when there is none of that path. */
  async file(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const entry = this.#entries.get(path);
    if (entry === undefined) return null;
    const { method, packed, size, at } = entry;
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== localMark) throw this.#broken();
    const start = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    if (start + packed > this.#bytes.length) throw this.#broken();
    const data = this.#bytes.slice(start, start + packed);
    const where = `${this.#where}, ${path}`;
    if (method !== 0 && method !== 8) throw new InvalidInput(where, `is packed in a way that is not read (${method}).`);
    if (size > this.#left) throw new InvalidInput(where, 'the archive unpacks to more than is read.');
    const out = method === 0 ? data : await inflate(data, 'deflate-raw', this.#left, where);
    this.#left -= out.length;
    return out;
  }

  #broken(): InvalidInput {
    return new InvalidInput(this.#where, 'is a ZIP archive that is damaged or cut off.');
  }

  #list(): void {
    const view = this.#view;
    let end = view.byteLength - 22;
    const least = Math.max(0, end - 65536);
    while (end >= least && view.getUint32(end, true) !== endMark) end--;
    if (end < least) throw this.#broken();
    const count = view.getUint16(end + 10, true);
    if (count > mostEntries)
      throw new InvalidInput(this.#where, `has ${count} files; at most ${mostEntries} are read.`);
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== entryMark) throw this.#broken();
      if ((view.getUint16(at + 8, true) & 1) === 1) throw new InvalidInput(this.#where, 'is encrypted.');
      const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const path = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + name));
      if (!path.endsWith('/'))
        this.#entries.set(path, {
          method: view.getUint16(at + 10, true),
          packed: view.getUint32(at + 20, true),
          size: view.getUint32(at + 24, true),
          at: view.getUint32(at + 42, true),
        });
      at += 46 + name + extra + comment;
    }
  }
}
