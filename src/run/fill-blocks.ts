import type { AnyPlan } from '../modes/any-plan.ts';
import { modeOf } from '../modes/index.ts';
import type { BlockRange, BlockStore } from '../tasks/index.ts';
import type { Host } from './host.ts';
import { simulate } from './simulate.ts';

/** Events of a full block of a plan. */
export const blockEventsOf = (plan: AnyPlan): number => modeOf(plan).blockEvents(plan);

/**
 * Simulates blocks of a plan (`only`, else all) into the host's store, from which any later run of the plan, or of a
 * larger one with the same blocks, takes them. Throws Interrupted when the host's signal fires; what is finished is kept.
 */
export async function fillBlocks(
  plan: AnyPlan,
  host: Host & { readonly blocks: BlockStore },
  only?: readonly BlockRange[],
): Promise<void> {
  await simulate(plan, blockEventsOf(plan), host, only);
}
