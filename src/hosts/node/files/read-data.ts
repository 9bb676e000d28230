import { basename } from 'node:path';
import { readUserCounts } from '../../../formats/read-user-counts.ts';
import { mostOf } from '../../../schema/index.ts';
import type { UserCounts } from '../../../stages/blinding/user-counts.ts';
import { besideFile, fileOf, readBytes } from './read-bytes.ts';

/**
 * A user's own data from a file of any kind that holds counts, or the folder of a HEPData submission. The counts are
 * handed on unread to what masks them. Throws InvalidInput with the path of what is wrong, never with a count in it.
 */
export async function readData(path: string): Promise<UserCounts> {
  const found = await fileOf(path);
  const bytes = await readBytes(found, mostOf('input bytes'));
  return { ...(await readUserCounts(bytes, path, besideFile(found))), file: basename(path) };
}
