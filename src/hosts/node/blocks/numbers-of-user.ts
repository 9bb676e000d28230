import { join } from 'node:path';
import type { KeptNumbers } from '../../../tasks/index.ts';
import { cacheFolder } from './cache-folder.ts';
import { dropOldest, keptFiles, MOST_KEPT_BYTES, numbersInFolder } from './kept-numbers-folder.ts';
import { programDigest } from './program-digest.ts';

/** Folder of the user's cache with numbers that can be made again; undefined where none are to be kept. */
function numbersFolder(): string | undefined {
  const folder = cacheFolder();
  return folder === undefined ? undefined : join(folder, 'numbers');
}

/** Numbers of earlier commands of the same program, in the user's cache; undefined where none are to be kept. */
export async function numbersOfUser(): Promise<KeptNumbers | undefined> {
  const folder = numbersFolder();
  const digest = folder === undefined ? undefined : await programDigest();
  return folder === undefined || digest === undefined ? undefined : numbersInFolder(folder, digest);
}

/** What the user's cache holds: its folder (null where nothing is kept), files, bytes, and the most bytes it may hold. */
export async function cacheStanding(): Promise<{
  readonly folder: string | null;
  readonly files: number;
  readonly bytes: number;
  readonly most: number;
}> {
  const folder = numbersFolder() ?? null;
  const files = folder === null ? [] : await keptFiles(folder);
  return {
    folder,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    most: MOST_KEPT_BYTES,
  };
}

/** Removes what the user's cache holds; how many files that were. */
export async function clearCache(): Promise<number> {
  const folder = numbersFolder();
  if (folder === undefined) return 0;
  const { length } = await keptFiles(folder);
  await dropOldest(folder, 0);
  return length;
}
