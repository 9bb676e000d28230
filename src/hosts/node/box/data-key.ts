import { createHmac, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskError, systemCode } from '../files/disk-error.ts';
import { makeFolder } from '../files/write-file.ts';
import { stateFolder } from './state-folder.ts';

const KEY_BYTES = 32;

/** The user's key of commitments; made when it is first needed, readable by the user alone. */
async function dataKey(): Promise<Buffer> {
  const path = join(stateFolder(), 'data.key');
  try {
    await makeFolder(stateFolder());
    try {
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile(randomBytes(KEY_BYTES).toString('hex'));
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
    return Buffer.from(await readFile(path, 'utf8'), 'hex');
  } catch (error) {
    throw diskError(path, 'written', error);
  }
}

/**
 * A keyed commitment to data, 64 hexadecimal digits: who lacks the key, which never leaves the user's state folder,
 * cannot try counts against it.
 */
export async function commitmentOf(text: string): Promise<string> {
  return createHmac('sha256', await dataKey())
    .update(text)
    .digest('hex');
}
