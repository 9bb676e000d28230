import type { DumpSearchDocument } from './dump-search.ts';
import type { SearchDocument } from './kaon-search.ts';

/** A search of any kind. */
export type AnySearch = SearchDocument | DumpSearchDocument;

/** The kinds of search there are. */
export type SearchKind = AnySearch['kind'];
