import { stat } from 'node:fs/promises';
import { InvalidInput } from '../../../schema/index.ts';
import { makeFolder, makeFolderOf } from './write-file.ts';

/**
 * Makes the folders that a result will be written to, before it is worked out: nobody waits for minutes to read that the
 * disk refuses. InvalidInput where it does, and for a `file` that is a folder.
 */
export async function requireTargets({
  file,
  folder,
}: {
  readonly file?: string | undefined;
  readonly folder?: string | undefined;
}): Promise<void> {
  if (folder !== undefined) await makeFolder(folder);
  if (file === undefined) return;
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() === true) throw new InvalidInput(file, 'cannot be written: this is a folder, not a file.');
  await makeFolderOf(file);
}
