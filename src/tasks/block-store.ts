import type { BlockRange } from './block-engine.ts';

/** Something kept from earlier: the results of a range, or (`merged`) the sum of a sample's blocks from its first on. */
export interface StoredRange extends BlockRange {
  readonly merged: boolean;
  /** The store's own name for it. */
  readonly id: string;
}

/**
 * Where finished blocks are kept so that a run can go on after it was stopped. Ranges may overlap and may have been cut
 * in any way.
 */
export interface BlockStore {
  /** Everything kept, in any order. */
  list(): Promise<readonly StoredRange[]>;
  /** The numbers of a range; undefined when they turn out to be damaged (they are then simulated again). */
  load(stored: StoredRange): Promise<Float64Array | undefined>;
  /** Keeps the results of a range; when it resolves they survive a crash. */
  save(range: BlockRange, results: Float64Array): Promise<void>;
  /** Keeps the merged first `blocks` blocks of a sample; ranges that lie inside may be dropped. */
  saveMerged(sample: number, blocks: number, sums: Float64Array): Promise<void>;
}
