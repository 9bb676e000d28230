import { readFile } from 'node:fs/promises';
import { type OwnModelDocument, ownModel } from '../../interpretation/own-model.ts';
import { InvalidInput } from '../../schema/index.ts';
import { diskError } from './disk-error.ts';

/** The hidden particle in a user's JSON file. Throws InvalidInput that names the file and the place inside of it. */
export async function readOwnModel(file: string): Promise<OwnModelDocument> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw diskError(file, 'read', error);
  }
  let document: OwnModelDocument;
  try {
    document = JSON.parse(text) as OwnModelDocument;
  } catch {
    throw new InvalidInput(
      file,
      'is not JSON; needed is a hidden particle with masses, ctau, branching and production.',
    );
  }
  try {
    ownModel(document);
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(file, error.message) : error;
  }
  return document;
}
