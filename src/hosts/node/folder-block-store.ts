import { open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../schema/index.ts';
import type { BlockRange, BlockStore, StoredRange } from '../../tasks/index.ts';
import { decodeBlocks, decodeHeader, encodeBlocks, HEADER_BYTES, planMark } from './block-file.ts';
import { diskError } from './disk-error.ts';
import { isUnfinished, writeWhole } from './write-file.ts';

const ENDING = '.blocks';
/** An unfinished file younger than this may belong to a process at work. */
const UNFINISHED_SECONDS = 60;

const padded = (block: number): string => String(block).padStart(8, '0');

/**
 * The blocks of a run as files in one folder. Damaged files are named to `onNotice`, removed, and their blocks simulated
 * again; files of another plan are refused (`InvalidInput`) and left alone.
 */
export class FolderBlockStore implements BlockStore {
  readonly #folder: string;
  readonly #planDigest: string;
  readonly #onNotice: (sentence: string) => void;

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
    const path = join(this.#folder, stored.id);
    let numbers: Float64Array | string;
    try {
      numbers = decodeBlocks(await readFile(path));
    } catch (error) {
      throw diskError(path, 'read', error);
    }
    if (typeof numbers !== 'string') return numbers;
    await this.#dropDamaged(stored.id, numbers);
    return undefined;
  }

  async save(range: BlockRange, results: Float64Array): Promise<void> {
    const name = `${range.sample}-${padded(range.firstBlock)}-${padded(range.firstBlock + range.blocks - 1)}${ENDING}`;
    const { sample, firstBlock, blocks } = range;
    await this.#write(name, { sample, firstBlock, blocks, merged: false }, results);
  }

  async saveMerged(sample: number, blocks: number, sums: Float64Array): Promise<void> {
    const name = `${sample}-merged-${padded(blocks)}${ENDING}`;
    await this.#write(name, { sample, firstBlock: 0, blocks, merged: true }, sums);
    for (const other of await readdir(this.#folder).catch(() => [])) {
      const end = lastBlock(other, sample);
      if (other !== name && end !== undefined && end <= blocks) await this.#remove(other);
    }
  }

  async #write(name: string, range: Omit<StoredRange, 'id'>, numbers: Float64Array): Promise<void> {
    await writeWhole(join(this.#folder, name), encodeBlocks(this.#planDigest, range, numbers));
  }

  async #inspect(name: string): Promise<StoredRange | undefined> {
    const path = join(this.#folder, name);
    try {
      const file = await open(path, 'r');
      const { size } = await file.stat();
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
      await file.close();
      const header = decodeHeader(buffer.subarray(0, bytesRead), size);
      if (typeof header === 'string') {
        await this.#dropDamaged(name, header);
        return undefined;
      }
      if (header.planDigest !== planMark(this.#planDigest)) {
        throw new InvalidInput(path, 'belongs to another run; name another folder with --out.');
      }
      const { sample, firstBlock, blocks, merged } = header;
      return { sample, firstBlock, blocks, merged, id: name };
    } catch (error) {
      throw diskError(path, 'read', error);
    }
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

/** One past the last block in a file of this sample, by its name; undefined for other files. */
function lastBlock(name: string, sample: number): number | undefined {
  const merged = /^(\d+)-merged-(\d+)\.blocks$/.exec(name);
  if (merged !== null) return Number(merged[1]) === sample ? Number(merged[2]) : undefined;
  const range = /^(\d+)-\d+-(\d+)\.blocks$/.exec(name);
  return range !== null && Number(range[1]) === sample ? Number(range[2]) + 1 : undefined;
}
