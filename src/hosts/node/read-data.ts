import { basename } from 'node:path';
import { InvalidInput } from '../../schema/index.ts';
import type { DataAxis, UserCounts } from '../../stages/blinding/user-counts.ts';
import { readText } from './read-text.ts';

/**
 * A user's own data from a JSON file `{"counts": [0, 3, 1, …], "source": "…"}`: one whole number per bin of the
 * discriminant, last axis fastest. The counts are handed on unread to what masks them. Throws InvalidInput with the
 * path of what is wrong, never with a count in it.
 */
export async function readData(path: string): Promise<UserCounts> {
  const text = await readText(path);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new InvalidInput(path, 'is not JSON; needed is {"counts": [whole numbers, one per bin], "source": "…"}');
  }
  const { counts, source, axes } = (document ?? {}) as { counts?: unknown; source?: unknown; axes?: unknown };
  if (!Array.isArray(counts)) throw new InvalidInput(`${path}: counts`, 'a list of counts, one per bin, is needed');
  counts.forEach((count: unknown, bin) => {
    if (!(typeof count === 'number' && Number.isSafeInteger(count) && count >= 0)) {
      throw new InvalidInput(`${path}: counts.${bin}`, 'a count is a whole number that is not negative');
    }
  });
  const sealed = counts as number[];
  return {
    source: typeof source === 'string' ? source : basename(path),
    file: basename(path),
    bins: sealed.length,
    ...(Array.isArray(axes) ? { axes: axes as DataAxis[] } : {}),
    count: (bin) => sealed[bin],
  };
}
