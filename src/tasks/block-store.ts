import type { BlockRange } from './block-engine.ts';

/** Something kept from earlier: the sums of a range. */
export interface StoredRange extends BlockRange {
  /** The store's own name for it. */
  readonly id: string;
}

/**
 * Where finished blocks are kept so that a run can go on after it was stopped. A range is kept as the sums of its
 * sub-trees (`subTreesOf`), one after the other. Ranges may overlap and may have been cut in any way.
 */
export interface BlockStore {
  /** Everything kept, in any order. */
  list(): Promise<readonly StoredRange[]>;
  /** The sums of a range; undefined when they are gone or damaged (they are then simulated again). */
  load(stored: StoredRange): Promise<Float64Array | undefined>;
  /** Keeps the sums of a range; when it resolves they survive a crash. */
  save(range: BlockRange, sums: Float64Array): Promise<void>;
  /** As `save`; ranges that lie inside may be dropped. */
  saveMerged(range: BlockRange, sums: Float64Array): Promise<void>;
}
