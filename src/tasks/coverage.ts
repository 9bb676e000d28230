import type { BlockRange, BlockSample } from './block-engine.ts';
import type { StoredRange } from './block-store.ts';
import { type BlockSpan, subTreesOf } from './sum-tree.ts';

/** What is taken from a stored range: some of its sub-trees. */
export interface StoredPart {
  readonly stored: StoredRange;
  readonly trees: readonly BlockSpan[];
}

/** Where the blocks of a run come from. */
export interface Coverage {
  readonly stored: readonly StoredPart[];
  /** Blocks that nothing stored holds, sample by sample, in order. */
  readonly missing: readonly BlockRange[];
}

/**
 * Takes every block of every sample once, as far as possible from what is stored: the largest sub-trees first (two
 * sub-trees are apart or one lies in the other), and names the blocks that are missing. Stored ranges outside of the
 * plan are ignored.
 */
export function coverSamples(samples: readonly BlockSample[], stored: readonly StoredRange[]): Coverage {
  const taken = new Map<StoredRange, BlockSpan[]>();
  const missing: BlockRange[] = [];
  samples.forEach(({ blocks: total }, sample) => {
    const trees = stored
      .filter((range) => range.sample === sample && range.firstBlock + range.blocks <= total)
      .flatMap((range) => subTreesOf(range).map((tree) => ({ range, tree })))
      .sort((a, b) => a.tree.firstBlock - b.tree.firstBlock || b.tree.blocks - a.tree.blocks);
    let next = 0;
    const miss = (end: number): void => {
      if (end > next) missing.push({ sample, firstBlock: next, blocks: end - next });
    };
    for (const { range, tree } of trees) {
      if (tree.firstBlock < next) continue;
      miss(tree.firstBlock);
      next = tree.firstBlock + tree.blocks;
      const parts = taken.get(range);
      if (parts === undefined) taken.set(range, [tree]);
      else parts.push(tree);
    }
    miss(total);
  });
  return { stored: [...taken].map(([range, trees]) => ({ stored: range, trees })), missing };
}
