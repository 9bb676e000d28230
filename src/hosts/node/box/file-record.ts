import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RecordStore } from '../../../stages/blinding/recorder.ts';
import { diskError, systemCode } from '../files/disk-error.ts';
import { makeFolder } from '../files/write-file.ts';

/** A record of openings in a file to which lines are only ever added. Its folder is made when a line is. */
export function fileRecord(path: string): RecordStore {
  return {
    place: path,
    read: async () => {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return '';
        throw diskError(path, 'read', error);
      }
    },
    append: async (line) => {
      await makeFolder(dirname(path));
      try {
        const file = await open(path, 'a', 0o600);
        try {
          await file.writeFile(line);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (error) {
        throw diskError(path, 'written', error);
      }
    },
  };
}
