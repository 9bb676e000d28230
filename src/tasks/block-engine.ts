/** One sample of a run: `events` events, simulated as `blocks` blocks of a fixed number of events. */
export interface BlockSample {
  readonly name: string;
  readonly events: number;
  readonly blocks: number;
}

/**
 * What a run is, as far as its workers are concerned: plain JSON, sent once to each worker. `digest` (any non-empty
 * text) stands for everything a result depends on; two plans with equal digests give equal results.
 */
export interface BlockPlan {
  readonly digest: string;
  readonly samples: readonly BlockSample[];
}

/** Simulates one block. The result has the same length for all blocks of a sample and may be a reused array. */
export interface BlockEngine {
  simulateBlock(sample: number, block: number): Float64Array;
}

/** Sets an engine up, once per worker. */
export type OpenBlockEngine<P extends BlockPlan = BlockPlan> = (plan: P) => BlockEngine | Promise<BlockEngine>;

/** Consecutive blocks of one sample: `firstBlock` up to, not including, `firstBlock + blocks`. */
export interface BlockRange {
  readonly sample: number;
  readonly firstBlock: number;
  readonly blocks: number;
}

/** Events in a range; the last block of a sample may be short. */
export function eventsInRange(range: BlockRange, samples: readonly BlockSample[], blockEvents: number): number {
  const { events } = samples[range.sample];
  const from = Math.min(events, range.firstBlock * blockEvents);
  return Math.min(events, (range.firstBlock + range.blocks) * blockEvents) - from;
}

/** "blocks 4 to 7 of sample 'signal'", for messages. */
export function describeRange(range: BlockRange, samples: readonly BlockSample[]): string {
  const last = range.firstBlock + range.blocks - 1;
  const which = range.blocks === 1 ? `block ${last}` : `blocks ${range.firstBlock} to ${last}`;
  return `${which} of sample '${samples[range.sample].name}'`;
}
