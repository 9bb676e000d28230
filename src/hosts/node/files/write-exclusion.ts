import { join } from 'node:path';
import type { ExclusionFiles } from '../../../modes/exclusion.ts';
import { makeFolder, writeWhole } from './write-file.ts';

/** Writes what is asked for: the result at every point to the file `grid`, pictures to the folder `out`. */
export async function writeExclusion(
  files: ExclusionFiles,
  { grid, out }: { readonly grid?: string | undefined; readonly out?: string | undefined },
): Promise<string[]> {
  const written: string[] = [];
  const write = async (path: string, text: string): Promise<void> => {
    await writeWhole(path, [text]);
    written.push(path);
  };
  if (grid !== undefined) await write(grid, files.table());
  if (out !== undefined) {
    const { writeFigure } = await import('./write-figure.ts');
    await makeFolder(out);
    for (const [name, figure] of files.pictures()) written.push(...(await writeFigure(join(out, name), figure)));
  }
  return written;
}
