import { unknownName } from '../schema/index.ts';
import type { SearchKind } from '../search/any-search.ts';
import type { BlockEngine, BlockPlan } from '../tasks/index.ts';
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

/** The engine of a plan of any kind, for a worker of any host. */
export function openAnyEngine(plan: BlockPlan): BlockEngine {
  return modeOf(plan as BlockPlan & { readonly kind: SearchKind }).open(plan as never);
}
