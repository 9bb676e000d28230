import { join } from 'node:path';
import { makeFolder, writeWhole } from '../../hosts/node/files/write-file.ts';
import { drawFigure } from '../../plots/draw-figure.ts';
import { diagnosisFigures } from '../../run/diagnosis-figures.ts';
import type { Diagnosis } from '../../statistics/histfactory/diagnostics/diagnosis.ts';

/**
 * Writes the figures of a fit to a folder, each with its data, after `pages` by name; the paths that were written. Throws
 * InvalidInput where the folder cannot be written.
 */
export async function writeDiagnosis(
  out: string,
  found: Diagnosis,
  poi: string | null,
  pages: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  await makeFolder(out);
  const figures = diagnosisFigures(found, poi).flatMap(({ name, figure }): [string, string][] => [
    [`${name}.svg`, drawFigure(figure)],
    [`${name}.json`, JSON.stringify(figure)],
  ]);
  const files: string[] = [];
  for (const [name, text] of [...Object.entries(pages), ...figures]) {
    const path = join(out, name);
    await writeWhole(path, [text]);
    files.push(path);
  }
  return files;
}
