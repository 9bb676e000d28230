import type { AnySearch } from '../search/any-search.ts';
import type { DumpRunPlan } from './dump/plan.ts';
import type { DumpRunDocument } from './dump/run-document.ts';
import type { RunDocument } from './kaon/run-document.ts';
import type { RunPlan } from './kaon/run-plan.ts';

/** Plan and result of each kind of search. */
interface KindTypes {
  readonly kaon: { readonly plan: RunPlan; readonly result: RunDocument };
  readonly dump: { readonly plan: DumpRunPlan; readonly result: DumpRunDocument };
}

/** The plan of a search, by its kind. */
export type PlanOf<Search extends AnySearch> = KindTypes[Search['kind']]['plan'];

/** The document of a run of a search, by its kind. */
export type ResultOf<Search extends AnySearch> = KindTypes[Search['kind']]['result'];
