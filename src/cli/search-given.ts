import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskedSearch } from '../run/question.ts';
import { InvalidInput } from '../schema/index.ts';
import type { AnySearch } from '../search/any-search.ts';
import type { Session } from './command.ts';
import { subjectOf } from './options/settings.ts';
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

/** Seed and settings of a question: what is typed goes before what stands in its file. */
export function typedBefore(
  asked: Pick<AskedSearch, 'settings' | 'seed'>,
  set: readonly string[] = [],
  { seed, seedTyped }: Pick<Session, 'seed' | 'seedTyped'>,
): { readonly seed: number; readonly settings: readonly string[] } {
  const typed = set.map(subjectOf);
  const kept = asked.settings.filter((setting) => !typed.includes(subjectOf(setting)));
  return { seed: seedTyped ? seed : (asked.seed ?? seed), settings: [...kept, ...set] };
}

/**
 * The search that was typed: an id, or a JSON file (`.json`) with a search of one's own. Throws InvalidInput, also for a
 * question that changes its search.
 */
export async function searchGiven(text: string): Promise<AnySearch> {
  const { search, settings } = await questionGiven(text);
  if (settings.length > 0)
    throw new InvalidInput(text, 'holds a question that changes its search; name a search, or a file with one.');
  return search;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
