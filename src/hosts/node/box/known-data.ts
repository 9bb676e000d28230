import { join } from 'node:path';
import { InvalidInput } from '../../../schema/index.ts';
import { readJsonFile } from '../files/read-json.ts';
import { makeFolder, writeWhole } from '../files/write-file.ts';
import { stateFolder } from './state-folder.ts';

const placeOf = (commitment: string): string => join(stateFolder(), 'data', `${commitment}.json`);

/** Remembers, in the user's state folder, where the file of these data lies, so that runs need not say it. */
export async function rememberData(commitment: string, path: string): Promise<void> {
  await makeFolder(join(stateFolder(), 'data'));
  await writeWhole(placeOf(commitment), [`${JSON.stringify({ path })}\n`]);
}

/** Where the file of these data lies. Throws InvalidInput, with what to type, when this user's state does not know. */
export async function findData(commitment: string, file: string, run: string): Promise<string> {
  const known = await readJsonFile(placeOf(commitment)).catch(() => undefined);
  const path = (known as { path?: unknown } | undefined)?.path;
  if (typeof path === 'string') return path;
  throw new InvalidInput(
    run,
    `was given the data ${file}, which ${stateFolder()} does not know; give the run command once more with --data.`,
  );
}
