import { join } from 'node:path';
import { roCrateOf } from '../../../formats/archives/ro-crate.ts';
import type { CombinedResult } from '../../../run/combination/combination.ts';
import { combinationFigure } from '../../../run/combination/figure.ts';
import { packageVersion } from '../package-version.ts';
import { writeFigure } from './write-figure.ts';
import { makeFolder, writeWhole } from './write-file.ts';

/**
 * Writes a combination to a folder: the document, the joint likelihood as a pyhf workspace with what its μ means, the
 * picture with its data. The paths come back.
 */
export async function writeCombination(
  { combination, workspace, unit }: CombinedResult,
  document: object,
  out: string,
): Promise<string[]> {
  const { parameter, inputs, blind } = combination;
  const meaning = unit === null ? undefined : { parameter, unit, count: blind ? 'nowhere' : 'run' };
  const about = {
    name: `Combined limit on the ${parameter}`,
    description: `Of ${inputs.map(({ name }) => name).join(', ')}.`,
    references: [],
    version: await packageVersion(),
    date: new Date().toISOString().slice(0, 10),
    ...(meaning === undefined ? {} : { meanings: { 'workspace.json': meaning } }),
  };
  await makeFolder(out);
  const written: string[] = [];
  const write = async (name: string, text: string): Promise<void> => {
    await writeWhole(join(out, name), [text]);
    written.push(join(out, name));
  };
  await write('combination.json', `${JSON.stringify(document, undefined, 2)}\n`);
  await write('workspace.json', `${JSON.stringify(workspace, undefined, 2)}\n`);
  written.push(...(await writeFigure(join(out, 'limits.svg'), combinationFigure(combination))));
  const files = ['combination.json', 'workspace.json', 'limits.svg', 'limits.json'];
  await write('ro-crate-metadata.json', roCrateOf(about, files));
  return written;
}
