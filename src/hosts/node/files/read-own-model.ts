import type { OwnModelDocument } from '../../../interpretation/own-model.ts';
import { readOwnModelDocument } from '../../../interpretation/read-own-model.ts';
import { readText } from './read-text.ts';

/** The hidden particle in a user's JSON file. Throws InvalidInput that names the file and the places inside of it. */
export async function readOwnModel(file: string): Promise<OwnModelDocument> {
  return readOwnModelDocument(await readText(file), file);
}
