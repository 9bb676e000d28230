import { readFile } from 'node:fs/promises';
import { InvalidInput } from '../../schema/index.ts';
import { buildModel, type ModelOptions } from '../../statistics/histfactory/build-model.ts';
import { loadWorkspace } from '../../statistics/histfactory/load-workspace.ts';
import type { HistFactoryModel } from '../../statistics/histfactory/model.ts';
import { diskError } from './disk-error.ts';

/**
 * The model in a pyhf workspace file. Throws InvalidInput that names the file and the place inside of it, or the option
 * that does not fit to it.
 */
export async function readWorkspaceModel(file: string, options: ModelOptions = {}): Promise<HistFactoryModel> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw diskError(file, 'read', error);
  }
  try {
    return buildModel(loadWorkspace(text), options);
  } catch (error) {
    if (!(error instanceof InvalidInput) || (error.where !== '' && Object.hasOwn(options, error.where))) throw error;
    throw new InvalidInput(file, error.message);
  }
}
