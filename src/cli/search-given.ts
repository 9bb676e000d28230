import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskedSearch } from '../run/question.ts';
import { InvalidInput } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import { loadRegistries, searchCalled } from './registries.ts';

/** What was typed as a question: the id of a search, or a JSON file with a search or a whole question. Throws InvalidInput. */
export async function questionGiven(text: string): Promise<AskedSearch & { readonly search: AnySearch }> {
  const nothingMore = { settings: [], events: undefined, seed: undefined };
  if (!text.endsWith('.json') && (await isFolder(text)))
    throw new InvalidInput(
      text,
      `is a folder; the question of a run is the file ${join(text, 'question.spillway.json')}.`,
    );
  if (!text.endsWith('.json')) return { search: searchCalled(text, await loadRegistries()), ...nothingMore };
  const { readText } = await import('../hosts/node/files/read-text.ts');
  const { readQuestion } = await import('../run/question.ts');
  const asked = readQuestion(await readText(text), text);
  const { search } = asked;
  return { ...asked, search: typeof search === 'string' ? searchCalled(search, await loadRegistries()) : search };
}

/** The search that was typed: an id, or a JSON file (`.json`) with a search of one's own. Throws InvalidInput. */
export const searchGiven = async (text: string): Promise<AnySearch> => (await questionGiven(text)).search;

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
