import type { AnySearch } from './any-search.ts';
import { digestOfDocument } from './asking/digest.ts';
import { FROZEN_DIGESTS } from './frozen-digests.ts';
import type { Frozen } from './frozen-state.ts';

/** Keys whose texts say something of a search without changing what it does. */
const WORDS: readonly string[] = ['title', 'channel', 'summary', 'references', 'source', 'note', 'why', 'tag'];

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) =>
      WORDS.includes(key) && (typeof child === 'string' || key === 'references') ? [] : [[key, withoutWords(child)]],
    ),
  );
}

/**
 * Digest of what is frozen in a search: everything that decides its result, its id included. Left out are words (titles,
 * sources, reasons), `frozen` itself and what was published, which stands beside the result.
 */
export function frozenDigest(search: AnySearch): string {
  const { frozen: _, published: __, ...rest } = search;
  return digestOfDocument(withoutWords(rest));
}

/**
 * Whether a search is in the state that its record froze: then `frozen` holds, and what was published can be compared
 * with its result. A copy, a changed search or one with settings is not.
 */
export const isFrozen = (search: AnySearch): boolean =>
  search.frozen !== undefined && FROZEN_DIGESTS.has(frozenDigest(search));

/** When and where a search was frozen; null for one that differs from what was frozen, and where settings are given. */
export const frozenStateOf = (search: AnySearch, settings: readonly unknown[] = []): Frozen | null =>
  settings.length === 0 && isFrozen(search) ? (search.frozen ?? null) : null;
