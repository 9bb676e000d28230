import type { BlockRange, BlockSample } from './block-engine.ts';
import type { StoredRange } from './block-store.ts';

/** Consecutive blocks and where they come from: a stored range (which may begin earlier and end later) or nowhere yet. */
export interface Segment extends BlockRange {
  readonly stored: StoredRange | undefined;
}

/**
 * Every block of every sample exactly once, in order, as far as possible from what is stored: first the longest merged
 * start of each sample, then the stored ranges, and segments without a source for the blocks that are missing.
 * Stored ranges outside of the plan are ignored.
 */
export function coverSamples(samples: readonly BlockSample[], stored: readonly StoredRange[]): Segment[] {
  const segments: Segment[] = [];
  samples.forEach(({ blocks: total }, sample) => {
    const own = stored.filter((range) => range.sample === sample && range.firstBlock + range.blocks <= total);
    let next = 0;
    const add = (end: number, source: StoredRange | undefined): void => {
      if (end > next) segments.push({ sample, firstBlock: next, blocks: end - next, stored: source });
      next = Math.max(next, end);
    };
    const merged = own.filter((range) => range.merged).sort((a, b) => b.blocks - a.blocks)[0];
    if (merged !== undefined) add(merged.blocks, merged);
    const parts = own.filter((range) => !range.merged).sort((a, b) => a.firstBlock - b.firstBlock);
    for (const part of parts) {
      if (part.firstBlock > next) add(part.firstBlock, undefined);
      add(part.firstBlock + part.blocks, part);
    }
    add(total, undefined);
  });
  return segments;
}
