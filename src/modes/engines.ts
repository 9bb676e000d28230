import { unknownName } from '../schema/index.ts';
import type { SearchKind } from '../search/any-search.ts';
import type { BlockEngine, BlockPlan } from '../tasks/index.ts';
import { openDumpEngine } from './dump/chain/engine.ts';
import { openEngine } from './kaon/chain/engine.ts';

type Open = (plan: never) => BlockEngine;

/** The engine of each kind of search. They stand apart from the modes, so that a worker loads no figures and no reports. */
const engines: Readonly<Record<SearchKind, Open>> = { kaon: openEngine, dump: openDumpEngine };

const kindOf = (plan: BlockPlan): SearchKind => {
  const { kind } = plan as BlockPlan & { readonly kind: SearchKind };
  if (!Object.hasOwn(engines, kind)) throw unknownName('kind', 'kind of search', String(kind), Object.keys(engines));
  return kind;
};

/** The engine of a plan of any kind, for a worker of any host. Throws InvalidInput for a kind that is not known. */
export const openAnyEngine = (plan: BlockPlan): BlockEngine => engines[kindOf(plan)](plan as never);
