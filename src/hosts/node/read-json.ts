import { readFile } from 'node:fs/promises';
import { InvalidInput } from '../../schema/index.ts';
import { diskError } from './disk-error.ts';

/** The document in a JSON file. Throws InvalidInput when it cannot be read or is not JSON. */
export async function readJsonFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw diskError(path, 'read', error);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidInput(path, text.trim() === '' ? 'is empty, JSON is needed' : 'is not JSON, or cut off');
  }
}
