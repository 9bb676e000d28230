import { unknownName } from '../schema/index.ts';
import type { SearchKind } from '../search/any-search.ts';
import type { BlockEngine, BlockPlan } from '../tasks/index.ts';

type Open = (plan: never) => BlockEngine;

/** The engine of each kind of search, loaded when a plan of it comes. */
const plain: Readonly<Record<SearchKind, () => Promise<Open>>> = {
  kaon: async () => (await import('./kaon/chain/engine.ts')).openEngine,
  dump: async () => (await import('./dump/chain/engine.ts')).openDumpEngine,
};

/** As in `engines.ts`, but remembering candidates where there are any, and each kind loaded when a plan of it comes: what a worker of a page has to fetch and compile first. */
const keeping: Readonly<Record<SearchKind, () => Promise<Open>>> = {
  kaon: async () => (await import('./kaon/chain/keeping-engine.ts')).keepingEngine(),
  dump: async () => (await import('./dump/chain/engine.ts')).openDumpEngine,
};

const kindOf = (plan: BlockPlan): SearchKind => {
  const { kind } = plan as BlockPlan & { readonly kind: SearchKind };
  if (!Object.hasOwn(plain, kind)) throw unknownName('kind', 'kind of search', String(kind), Object.keys(plain));
  return kind;
};

/** The engine of a plan of any kind, as `openAnyEngine`, whose code is loaded first. Rejects with InvalidInput for a kind that is not known. */
export const loadAnyEngine = async (plan: BlockPlan): Promise<BlockEngine> =>
  (await plain[kindOf(plan)]())(plan as never);

/**
 * Engines for a worker that lives from plan to plan and remembers candidates: a plan that differs from the one before
 * in what is counted alone is tallied from kept ones, to the same bits. The code of a kind of search is loaded with its
 * first plan. Rejects with InvalidInput for a kind that is not known.
 */
export function loadKeeping(): (plan: BlockPlan) => Promise<BlockEngine> {
  const opened = new Map<SearchKind, Promise<Open>>();
  return async (plan) => {
    const kind = kindOf(plan);
    const open = opened.get(kind) ?? keeping[kind]();
    opened.set(kind, open);
    return (await open)(plan as never);
  };
}
