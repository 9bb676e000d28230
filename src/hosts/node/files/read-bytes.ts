import { open, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { type Beside, largestFile } from '../../../formats/unknown-file.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { diskError } from './disk-error.ts';

const pieceBytes = 2 ** 20;

/**
 * The bytes of a file, of at most `most`: more are refused by the size that the system tells, and where it tells none
 * (devices, pipes) as soon as they have come. Throws InvalidInput, also for what cannot be read.
 */
export async function readBytes(path: string, most: number = largestFile): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): InvalidInput =>
    new InvalidInput(path, `is larger than ${most / 2 ** 20} MiB, the most that is read.`);
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > most) throw tooLarge();
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      for (;;) {
        const { bytesRead, buffer } = await file.read(new Uint8Array(pieceBytes), 0, pieceBytes, null);
        if (bytesRead === 0) break;
        bytes += bytesRead;
        if (bytes > most) throw tooLarge();
        pieces.push(buffer.subarray(0, bytesRead));
      }
      const whole = new Uint8Array(bytes);
      let at = 0;
      for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw diskError(path, 'read', error);
  }
}

/** Whether a word names a file: one that is there, or whose name ends like that of a file. */
export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile() || found.isFIFO(),
    () => /\.\w+$/.test(path),
  );

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * Files that a file names: relative to its folder, or to the folder above (HistFactory names them from where the program
 * was started). What is absolute or leads further out is not followed.
 */
export function besideFile(path: string): Beside {
  return async (name) => {
    if (isAbsolute(name) || name.split(/[\\/]/).includes('..')) return null;
    for (const folder of [dirname(path), join(dirname(path), '..')]) {
      const found = join(folder, name);
      if (await isThere(found)) return readBytes(found);
    }
    return null;
  };
}

/** The file that stands for a path: itself, or in a folder the submission of HEPData in it. */
export async function fileOf(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return path;
  const head = join(path, 'submission.yaml');
  if (await isThere(head)) return head;
  throw new InvalidInput(path, 'is a folder without submission.yaml; name a file.');
}
