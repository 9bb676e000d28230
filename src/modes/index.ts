import { unknownName } from '../schema/index.ts';
import type { SearchKind } from '../search/any-search.ts';
import { dumpMode } from './dump/mode.ts';
import { kaonMode } from './kaon/mode.ts';
import type { Mode } from './mode.ts';

/** Every kind of search there is. A further kind is a folder beside these and a line here. */
const modes: Readonly<Record<SearchKind, Mode>> = {
  kaon: kaonMode as unknown as Mode,
  dump: dumpMode as unknown as Mode,
};

/** The mode of a search or a plan. Throws InvalidInput for a kind that is not known. */
export function modeOf({ kind }: { readonly kind: SearchKind }): Mode {
  if (!Object.hasOwn(modes, kind)) throw unknownName('kind', 'kind of search', String(kind), Object.keys(modes));
  return modes[kind];
}
