import { InvalidInput } from '../../../schema/index.ts';
import { readText } from './read-text.ts';

/** The document in a JSON file. Throws InvalidInput when it cannot be read or is not JSON. */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidInput(path, text.trim() === '' ? 'is empty, JSON is needed' : 'is not JSON, or cut off');
  }
}
