import { type GenerateOptions, generatedPieces } from '../../run/generate-events.ts';
import { packageVersion } from './package-version.ts';
import { writeWhole } from './write-file.ts';

/**
 * Generates weighted decays (mean weight 1) and writes them to `out`, in the format of its ending. The file appears when
 * it is whole, not before. Throws InvalidInput for a bad decay, number, ending or disk, and the signal's reason when it
 * fires: then no file is left.
 */
export async function generateEvents(
  options: Omit<GenerateOptions, 'version'>,
): Promise<{ readonly events: number; readonly file: string }> {
  await writeWhole(options.out, generatedPieces({ ...options, version: await packageVersion() }));
  return { events: options.events, file: options.out };
}
