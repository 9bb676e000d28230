import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptNumbers } from '../../../tasks/index.ts';
import { isUnfinished, makeFolder, writeWhole } from '../files/write-file.ts';
import { decodeBlocks, decodeHeader, encodeBlocks, planMark } from './block-file.ts';

/** Most bytes of the files of one folder: then those that were longest not asked for go. */
export const MOST_KEPT_BYTES = 2 * 2 ** 30;
const ENDING = '.numbers';

/**
 * Numbers as files of one folder, named after what they were made of and by which program (`stamp`). A damaged file, or a
 * folder that cannot be written, is as if nothing had been kept.
 */
export function numbersInFolder(folder: string, stamp: string, mostBytes = MOST_KEPT_BYTES): KeptNumbers {
  const whole = (of: string): string => `${stamp}\n${of}`;
  const pathOf = (of: string): string =>
    join(folder, `${createHash('sha256').update(whole(of)).digest('hex').slice(0, 40)}${ENDING}`);
  /** Bytes in the folder at most; undefined before they were counted. */
  let bytesInFolder: number | undefined;
  return {
    async load(of) {
      const path = pathOf(of);
      const bytes = bytesOf(path);
      if (bytes === undefined) return undefined;
      const header = decodeHeader(bytes, bytes.length);
      const numbers =
        typeof header !== 'string' && header.planDigest === planMark(whole(of)) ? decodeBlocks(bytes) : 'another plan';
      if (typeof numbers === 'string') {
        await unlink(path).catch(() => undefined);
        return undefined;
      }
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return numbers;
    },
    async save(of, numbers) {
      try {
        await makeFolder(folder);
        const file = encodeBlocks(whole(of), { sample: 0, firstBlock: 0, blocks: 1 }, numbers);
        await writeWhole(pathOf(of), file, { forced: false });
        bytesInFolder =
          bytesInFolder === undefined
            ? await bytesOfKept(folder)
            : bytesInFolder + file.reduce((bytes, part) => bytes + part.length, 0);
        if (bytesInFolder > mostBytes) bytesInFolder = await dropOldest(folder, mostBytes);
      } catch {
        // A full disk or a folder of someone else: the numbers are made again next time.
      }
    },
  };
}

/** The bytes of a file, at once: in turns with other work, large files take twice as long. Undefined where it cannot be read. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

interface KeptFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** The files of kept numbers in a folder; none where there is no folder. */
export async function keptFiles(folder: string): Promise<KeptFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING) && !isUnfinished(name));
  return await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
      return { path, size, mtimeMs };
    }),
  );
}

const bytesOfKept = async (folder: string): Promise<number> =>
  (await keptFiles(folder)).reduce((sum, { size }) => sum + size, 0);

/** Removes the files that were longest not asked for until `mostBytes` are left; the bytes that are. */
export async function dropOldest(folder: string, mostBytes: number): Promise<number> {
  const files = await keptFiles(folder);
  let left = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (left <= mostBytes) break;
    await unlink(path).catch(() => undefined);
    left -= size;
  }
  return left;
}
