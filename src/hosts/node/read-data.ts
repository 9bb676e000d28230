import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidInput } from '../../schema/index.ts';
import type { DataChoice } from '../../stages/blinding/user-counts.ts';
import { diskError } from './disk-error.ts';

/**
 * A user's own data from a JSON file `{"counts": [0, 3, 1, …], "source": "…"}`: one whole number per bin of the
 * discriminant, last axis fastest. The counts are handed on unread to what masks them. Throws InvalidInput with the
 * path of what is wrong, never with a count in it; `sha256`, when given, must be that of the file.
 */
export async function readData(path: string, sha256?: string): Promise<DataChoice & { readonly sha256: string }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw diskError(path, 'read', error);
  }
  const found = createHash('sha256').update(text).digest('hex');
  if (sha256 !== undefined && found !== sha256) {
    throw new InvalidInput(path, 'has changed since the run was made; give the run command once more with --data.');
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new InvalidInput(path, 'is not JSON; needed is {"counts": [whole numbers, one per bin], "source": "…"}');
  }
  const { counts, source } = (document ?? {}) as { counts?: unknown; source?: unknown };
  if (!Array.isArray(counts)) throw new InvalidInput(`${path}: counts`, 'a list of counts, one per bin, is needed');
  counts.forEach((count: unknown, bin) => {
    if (!(typeof count === 'number' && Number.isSafeInteger(count) && count >= 0)) {
      throw new InvalidInput(`${path}: counts.${bin}`, 'a count is a whole number that is not negative');
    }
  });
  const sealed = counts as number[];
  return {
    source: typeof source === 'string' ? source : basename(path),
    bins: sealed.length,
    count: (bin) => sealed[bin],
    sha256: found,
  };
}
