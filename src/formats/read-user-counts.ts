import { InvalidInput, mostOf } from '../schema/index.ts';
import { readDataDocument } from '../search/user-data/data-document.ts';
import type { UserCounts } from '../stages/blinding/user-counts.ts';
import { inflate } from './archives/inflate.ts';
import { type AnyContent, formatOf, readAnything } from './read-anything.ts';
import { type Beside, nothingBeside, UnknownFile } from './unknown-file.ts';
import { countSources, userCountsFrom } from './user-counts-from.ts';

/** Readers say what they found, which here may be a count: only the place is handed on. */
async function contentOf(bytes: Uint8Array<ArrayBuffer>, name: string, beside: Beside): Promise<AnyContent> {
  try {
    return await readAnything(bytes, name, beside);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const title = formatOf(new UnknownFile(name, bytes))?.title;
    if (title === undefined) throw new InvalidInput(name, `holds nothing that is known; taken are ${countSources}`);
    const line = /\bline \d+\b/.exec(error.message)?.[0];
    throw new InvalidInput(name, `cannot be read as ${title}${line === undefined ? '' : `; ${line} is wrong`}`);
  }
}

/**
 * A user's own counts in a file of any kind, recognised by content: the JSON document (`readDataDocument`), else whatever
 * `userCountsFrom` takes; gzipped or in an archive alike. Throws InvalidInput, never with a count in it.
 */
export async function readUserCounts(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  beside: Beside = nothingBeside,
): Promise<UserCounts> {
  const most = mostOf('input bytes');
  if (bytes.length > most)
    throw new InvalidInput(name, `is larger than ${most / 2 ** 20} MiB, the most that a document may have.`);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return readUserCounts(await inflate(bytes, 'gzip', most, name), name, beside);
  const file = new UnknownFile(name, bytes, beside);
  const isDocument =
    bytes.length === 0 || (file.looksLikeJson && (file.jsonKeys().includes('counts') || formatOf(file) === undefined));
  return isDocument ? readDataDocument(file.text(), name) : userCountsFrom(await contentOf(bytes, name, beside), name);
}
