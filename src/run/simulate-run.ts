import type { AnyPlan } from '../modes/any-plan.ts';
import { modeOf } from '../modes/index.ts';
import { type BlockStore, type BlockSums, KeptSums } from '../tasks/index.ts';
import type { Host } from './host.ts';
import { simulate } from './simulate.ts';

/** As `simulate`, for the plan of a run: samples that the host keeps from earlier runs are not simulated again. */
export async function simulateRun(plan: AnyPlan, host: Host): Promise<BlockSums> {
  const blockEvents = modeOf(plan).blockEvents(plan);
  return await simulate(plan, blockEvents, { ...host, blocks: storeOf(plan, blockEvents, host) });
}

function storeOf(plan: AnyPlan, blockEvents: number, { blocks, kept }: Host): BlockStore | undefined {
  const texts = kept === undefined ? undefined : modeOf(plan).sampleTexts?.(plan);
  if (kept === undefined || texts === undefined) return blocks;
  return new KeptSums(kept, { samples: plan.samples, texts, blockEvents }, blocks);
}
