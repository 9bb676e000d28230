import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { diskError, systemCode } from './disk-error.ts';

/** Pieces of a file, in order, at hand or still to be made. */
export type FileParts = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** True for the name of a file that `writeWhole` had not finished. */
export function isUnfinished(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.part');
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    // Windows cannot open folders; the rename has been done all the same.
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes(systemCode(error) ?? '')) throw error;
  }
}

/**
 * Writes a file as a whole or not at all: under another name first, forced to the disk, then renamed. When the promise
 * resolves the file survives a crash; when it rejects (`InvalidInput`, with the reason) an older file is untouched.
 * Parts are asked for one at a time, so a generator of them keeps memory flat; when it throws, that error rejects. With
 * `forced: false` it survives the end of the process but not of the machine: for what says itself whether it is whole and
 * can be made again.
 */
export async function writeWhole(path: string, parts: FileParts, { forced = true } = {}): Promise<void> {
  // Random, not the process id: two machines that share the disk can have the same.
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.part`);
  try {
    const file = await open(unfinished, 'wx');
    try {
      for await (const part of parts) await file.writeFile(part);
      if (forced) await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    if (forced) await syncFolder(dirname(path));
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw diskError(path, 'written', error);
  }
}

/** Makes a folder and those above it; `InvalidInput` when that is impossible. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeUpwards(resolve(path));
  } catch (error) {
    throw diskError(path, 'written', error);
  }
}

/** Makes the folder that a file is to lie in; `InvalidInput` when that is impossible. */
export const makeFolderOf = (file: string): Promise<void> => makeFolder(dirname(resolve(file)));

/** Node's own recursive mkdir never ends where a parent answers ENOENT to being made, as in /proc. */
async function makeUpwards(path: string): Promise<void> {
  const make = async (): Promise<string | undefined> => {
    try {
      await mkdir(path);
      return undefined;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return 'ENOENT';
      if (await isFolder(path)) return undefined;
      throw error;
    }
  };
  if ((await make()) === undefined) return;
  if (dirname(path) !== path) await makeUpwards(dirname(path));
  if ((await make()) !== undefined) throw Object.assign(new Error('it cannot be made'), { code: 'ENOENT' });
}

const isFolder = async (path: string): Promise<boolean> =>
  await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
