import { createHash } from 'node:crypto';
import { readdir, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptNumbers } from '../../../tasks/index.ts';
import { isUnfinished, makeFolder, writeWhole } from '../files/write-file.ts';
import { decodeBlocks, decodeHeader, encodeBlocks, planMark } from './block-file.ts';

/** Most bytes of the files of one folder: then those that were longest not asked for go. */
export const MOST_KEPT_BYTES = 512 * 2 ** 20;
const ENDING = '.numbers';

/**
 * Numbers as files of one folder, named after what they were made of and by which program (`stamp`). A damaged file, or a
 * folder that cannot be written, is as if nothing had been kept.
 */
export function numbersInFolder(folder: string, stamp: string, mostBytes = MOST_KEPT_BYTES): KeptNumbers {
  const whole = (of: string): string => `${stamp}\n${of}`;
  const pathOf = (of: string): string =>
    join(folder, `${createHash('sha256').update(whole(of)).digest('hex').slice(0, 40)}${ENDING}`);
  return {
    async load(of) {
      const path = pathOf(of);
      const bytes = await readFile(path).catch(() => undefined);
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
        await writeWhole(pathOf(of), encodeBlocks(whole(of), { sample: 0, firstBlock: 0, blocks: 1 }, numbers));
        await dropOldest(folder, mostBytes);
      } catch {
        // A full disk or a folder of someone else: the numbers are made again next time.
      }
    },
  };
}

async function dropOldest(folder: string, mostBytes: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING) && !isUnfinished(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
      return { path, size, mtimeMs };
    }),
  );
  let left = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (left <= mostBytes) return;
    await unlink(path).catch(() => undefined);
    left -= size;
  }
}
