import { unknownName } from '../schema/index.ts';
import type { SearchKind } from '../search/any-search.ts';
import type { BlockEngine, BlockPlan } from '../tasks/index.ts';
import { openDumpEngine } from './dump/chain/engine.ts';
import { openEngine } from './kaon/chain/engine.ts';
import { keepingEngine } from './kaon/chain/keeping-engine.ts';

type Open = (plan: never) => BlockEngine;

/** The engine of each kind of search. They stand apart from the modes, so that a worker loads no figures and no reports. */
const engines: Readonly<Record<SearchKind, Open>> = { kaon: openEngine, dump: openDumpEngine };

/** Engines that remember candidates from plan to plan; where there is nothing to remember, the plain one. */
const keeping: Readonly<Record<SearchKind, () => Open>> = { kaon: keepingEngine, dump: () => openDumpEngine };

const kindOf = (plan: BlockPlan): SearchKind => {
  const { kind } = plan as BlockPlan & { readonly kind: SearchKind };
  if (!Object.hasOwn(engines, kind)) throw unknownName('kind', 'kind of search', String(kind), Object.keys(engines));
  return kind;
};

/** The engine of a plan of any kind, for a worker of any host. Throws InvalidInput for a kind that is not known. */
export const openAnyEngine = (plan: BlockPlan): BlockEngine => engines[kindOf(plan)](plan as never);

/**
 * The same for a worker that lives from plan to plan: a plan that differs from the one before in what is counted alone
 * is tallied from kept candidates, to the same bits.
 */
export function openKeeping(): (plan: BlockPlan) => BlockEngine {
  const opened = new Map<SearchKind, Open>();
  return (plan) => {
    const kind = kindOf(plan);
    const open = opened.get(kind) ?? keeping[kind]();
    opened.set(kind, open);
    return open(plan as never);
  };
}
