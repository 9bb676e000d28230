import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type GenerateOptions, generatedPieces } from '../../../run/generate-events.ts';
import { packageVersion } from '../package-version.ts';
import { makeFolderOf, writeWhole } from './write-file.ts';

/**
 * Generates weighted decays (mean weight 1) and writes them to `out`, in the format of its ending, packed when that
 * is followed by '.gz'; folders are made. The file appears when
 * it is whole, not before. Throws InvalidInput for a bad decay, number, ending or disk, and the signal's reason when it
 * fires: then no file is left.
 */
export async function generateEvents(
  options: Omit<GenerateOptions, 'version'>,
): Promise<{ readonly events: number; readonly file: string }> {
  const pieces = generatedPieces({ ...options, version: await packageVersion() });
  await makeFolderOf(options.out);
  if (!/\.gz$/i.test(options.out)) await writeWhole(options.out, pieces);
  else await pipeline(pieces, createGzip(), (packed: AsyncIterable<Uint8Array>) => writeWhole(options.out, packed));
  return { events: options.events, file: options.out };
}
