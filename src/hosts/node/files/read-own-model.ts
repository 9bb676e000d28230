import { type OwnModelDocument, ownModel } from '../../../interpretation/own-model.ts';
import { checkOwnModel } from '../../../interpretation/own-model-document.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { parseJson } from '../../../schema/parse-json.ts';
import { readText } from './read-text.ts';

/** The hidden particle in a user's JSON file. Throws InvalidInput that names the file and the places inside of it. */
export async function readOwnModel(file: string): Promise<OwnModelDocument> {
  const text = await readText(file);
  const given = parseJson(text, file, 'a hidden particle with masses, ctau, branching and production');
  try {
    const document = checkOwnModel(given);
    ownModel(document);
    return document;
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(file, error.message) : error;
  }
}
