import type { SearchKind } from '../../search/any-search.ts';
import { dumpRunText } from './dump-run-text.ts';
import { runText } from './kaon-run-text.ts';

type RunText = (document: never) => string;

/** How the run of each kind of search is said to a person. */
const RUN_TEXTS: Readonly<Record<SearchKind, RunText>> = { kaon: runText, dump: dumpRunText };

/** A run for people, by its kind. */
export const textOfRun = (document: { readonly searchKind: SearchKind }): string =>
  RUN_TEXTS[document.searchKind](document as never);
