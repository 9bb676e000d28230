import { readLikelihood } from '../../../formats/likelihoods/read-likelihood.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { buildModel, type ModelOptions } from '../../../statistics/histfactory/model/build-model.ts';
import type { HistFactoryModel } from '../../../statistics/histfactory/model/model.ts';
import { besideFile, readBytes } from './read-bytes.ts';

/**
 * The model in a file with a likelihood (pyhf workspace, Combine card, HistFactory XML), recognised by its content.
 * What its format says differently from HistFactory goes to `notice`. Throws InvalidInput that names the file and the
 * place inside of it, or the option that does not fit to it.
 */
export async function readWorkspaceModel(
  file: string,
  options: ModelOptions = {},
  notice: (sentence: string) => void = () => undefined,
): Promise<HistFactoryModel> {
  const bytes = await readBytes(file);
  try {
    const { workspace, normsys, notes } = await readLikelihood(bytes, file, besideFile(file));
    for (const note of notes) notice(`${file}: ${note}.`);
    return buildModel(workspace, { ...options, ...(options.normsys === undefined && normsys ? { normsys } : {}) });
  } catch (error) {
    if (!(error instanceof InvalidInput) || (error.where !== '' && Object.hasOwn(options, error.where))) throw error;
    if (error.message.startsWith(file)) throw error;
    throw new InvalidInput(file, error.message);
  }
}
