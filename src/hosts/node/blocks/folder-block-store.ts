import { constants } from 'node:fs';
import { open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../../schema/index.ts';
import type { BlockRange, BlockStore, StoredRange } from '../../../tasks/index.ts';
import { diskError, systemCode } from '../files/disk-error.ts';
import { isUnfinished, writeWhole } from '../files/write-file.ts';
import { decodeBlocks, decodeHeader, encodeBlocks, HEADER_BYTES, planMark } from './block-file.ts';

const ENDING = '.blocks';
/** An unfinished file younger than this may belong to a process at work, perhaps on a machine with another clock. */
const UNFINISHED_SECONDS = 3600;
/** A pipe is opened without waiting for its other end; Windows has neither. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const nameOf = ({ sample, firstBlock, blocks }: BlockRange): string =>
  `${sample}-${padded(firstBlock)}-${padded(firstBlock + blocks - 1)}`;

const padded = (block: number): string => String(block).padStart(8, '0');

/**
 * The blocks of a run as files in one folder. Damaged files are named to `onNotice`, removed, and their blocks simulated
 * again; files of another plan are refused (`InvalidInput`) and left alone, and so is what is no file. Several processes, on
 * several machines, may work in one folder: what one has merged and removed while another looks on counts as missing.
 */
export class FolderBlockStore implements BlockStore {
  readonly #folder: string;
  readonly #planDigest: string;
  readonly #onNotice: (sentence: string) => void;
  readonly #notFiles = new Set<string>();

  constructor(folder: string, planDigest: string, onNotice: (sentence: string) => void) {
    this.#folder = folder;
    this.#planDigest = planDigest;
    this.#onNotice = onNotice;
  }

  async list(): Promise<StoredRange[]> {
    const ranges: StoredRange[] = [];
    let names: string[];
    try {
      names = await readdir(this.#folder);
    } catch (error) {
      throw diskError(this.#folder, 'read', error);
    }
    for (const name of names.sort()) {
      if (isUnfinished(name)) await this.#dropUnfinished(name);
      if (!name.endsWith(ENDING)) continue;
      const range = await this.#inspect(name);
      if (range !== undefined) ranges.push(range);
    }
    return ranges;
  }

  async load(stored: StoredRange): Promise<Float64Array | undefined> {
    const bytes = await this.#read(stored.id, undefined);
    if (bytes === undefined) return undefined;
    const numbers = decodeBlocks(bytes.bytes);
    if (typeof numbers === 'string') await this.#dropDamaged(stored.id, numbers);
    else if (!numbers.every(Number.isFinite)) await this.#dropDamaged(stored.id, 'holds a sum that is not a number');
    else return numbers;
    return undefined;
  }

  async save(range: BlockRange, sums: Float64Array): Promise<void> {
    await this.#write(range, sums);
  }

  async saveMerged(range: BlockRange, sums: Float64Array): Promise<void> {
    const name = await this.#write(range, sums);
    for (const other of await readdir(this.#folder).catch(() => [])) {
      if (other !== name && liesInside(other, range) && !this.#notFiles.has(other)) await this.#remove(other);
    }
  }

  async #write(range: BlockRange, numbers: Float64Array): Promise<string> {
    const { sample, firstBlock, blocks } = range;
    const usual = `${nameOf(range)}${ENDING}`;
    const name = this.#notFiles.has(usual) ? `${nameOf(range)}-again${ENDING}` : usual;
    const file = encodeBlocks(this.#planDigest, { sample, firstBlock, blocks }, numbers);
    // Waiting for the disk takes as long as simulating a small block; one that the machine loses is simulated again.
    await writeWhole(join(this.#folder, name), file, { forced: false });
    return name;
  }

  /** The first `most` bytes of a file, or all, and its size; undefined when it is gone or no file. */
  async #read(name: string, most: number | undefined): Promise<{ bytes: Buffer; size: number } | undefined> {
    const path = join(this.#folder, name);
    try {
      const file = await open(path, READ_AT_ONCE);
      try {
        const found = await file.stat();
        if (!found.isFile()) {
          if (!this.#notFiles.has(name)) this.#onNotice(`${path}: is not a file; left alone.`);
          this.#notFiles.add(name);
          return undefined;
        }
        if (most === undefined) return { bytes: await file.readFile(), size: found.size };
        const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, 0);
        return { bytes: buffer.subarray(0, bytesRead), size: found.size };
      } finally {
        await file.close();
      }
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw diskError(path, 'read', error);
    }
  }

  async #inspect(name: string): Promise<StoredRange | undefined> {
    const found = await this.#read(name, HEADER_BYTES);
    if (found === undefined) return undefined;
    const header = decodeHeader(found.bytes, found.size);
    if (typeof header === 'string') {
      await this.#dropDamaged(name, header);
      return undefined;
    }
    if (header.planDigest !== planMark(this.#planDigest)) {
      throw new InvalidInput(join(this.#folder, name), 'belongs to another run; name another folder with --out.');
    }
    const { sample, firstBlock, blocks } = header;
    return { sample, firstBlock, blocks, id: name };
  }

  async #dropDamaged(name: string, defect: string): Promise<void> {
    this.#onNotice(`${join(this.#folder, name)}: ${defect}; its blocks are simulated again.`);
    await this.#remove(name);
  }

  async #dropUnfinished(name: string): Promise<void> {
    const path = join(this.#folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > UNFINISHED_SECONDS * 1000) await this.#remove(name);
  }

  /** What is in the way only takes space: a file that cannot be removed is no reason to stop. */
  async #remove(name: string): Promise<void> {
    await unlink(join(this.#folder, name)).catch(() => undefined);
  }
}

/** True for the name of a file whose blocks are all in the range. */
function liesInside(name: string, { sample, firstBlock, blocks }: BlockRange): boolean {
  const [, of, first, last] = /^(\d+)-(\d+)-(\d+)(?:-again)?\.blocks$/.exec(name)?.map(Number) ?? [];
  return of === sample && first >= firstBlock && last < firstBlock + blocks;
}
