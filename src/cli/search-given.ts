import type { AnySearch } from '../search/any-search.ts';
import { loadRegistries, searchCalled } from './registries.ts';

/** The search that was typed: an id, or a JSON file (`.json`) with a search of one's own. Throws InvalidInput. */
export async function searchGiven(text: string): Promise<AnySearch> {
  if (!text.endsWith('.json')) return searchCalled(text, await loadRegistries());
  const { readText } = await import('../hosts/node/files/read-text.ts');
  const { readSearchDocument } = await import('../run/read-search-document.ts');
  return readSearchDocument(await readText(text), text);
}
