import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InvalidInput } from '../../../schema/index.ts';
import { makeFolder, writeWhole } from './write-file.ts';

/** Writes a file that is not there yet, and the folder it lies in. Throws InvalidInput when something of that name is. */
export async function writeNew(path: string, text: string): Promise<void> {
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  if (there) throw new InvalidInput(path, 'is there already and stays as it is; give another name, or --out FILE.');
  await makeFolder(dirname(path));
  await writeWhole(path, [text]);
}
