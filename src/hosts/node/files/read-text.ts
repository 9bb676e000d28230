import { open } from 'node:fs/promises';
import { InvalidInput, mostOf } from '../../../schema/index.ts';
import { diskError } from './disk-error.ts';

/**
 * The text of a document file, without a byte-order mark. Throws InvalidInput when it cannot be read, and when it holds
 * more than `most` bytes, without reading on: a device or a pipe may have no end.
 */
export async function readText(path: string, most: number = mostOf('input bytes')): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    const file = await open(path, 'r');
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(2 ** 16), 0, 2 ** 16, null);
        if (bytesRead === 0) break;
        bytes += bytesRead;
        if (bytes > most) {
          throw new InvalidInput(path, `is larger than ${most / 2 ** 20} MiB, the most that a document may have.`);
        }
        pieces.push(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw diskError(path, 'read', error);
  }
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
