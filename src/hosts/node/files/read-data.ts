import { basename } from 'node:path';
import { readDataDocument } from '../../../search/user-data/data-document.ts';
import type { UserCounts } from '../../../stages/blinding/user-counts.ts';
import { readText } from './read-text.ts';

/**
 * A user's own data from a JSON file. The counts are handed on unread to what masks them. Throws InvalidInput with the
 * path of what is wrong, never with a count in it.
 */
export async function readData(path: string): Promise<UserCounts> {
  const file = basename(path);
  return { ...readDataDocument(await readText(path), path), file };
}
