import { InvalidInput } from '../schema/index.ts';
import { parseJson } from '../schema/parse-json.ts';
import { type OwnModelDocument, ownModel } from './own-model.ts';
import { checkOwnModel } from './own-model-document.ts';

/** The hidden particle in a JSON text called `name`. Throws InvalidInput that names it and the places inside of it. */
export function readOwnModelDocument(text: string, name: string): OwnModelDocument {
  const given = parseJson(text, name, 'a hidden particle with masses, ctau, branching and production');
  try {
    const document = checkOwnModel(given);
    ownModel(document);
    return document;
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(name, error.message, error.issues) : error;
  }
}
