import type { BlockEngine, BlockPlan } from '../../src/tasks/index.ts';

export interface ToyPlan extends BlockPlan {
  readonly seed: number;
  readonly length: number;
  readonly rounds: number;
}
export declare const TOY_BLOCK_EVENTS: number;
export declare function toyPlan(seed: number, settings?: Record<string, unknown>): ToyPlan;
export declare function openToy(plan: ToyPlan): BlockEngine;
