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
  /** Blocks that are wanted and stored in ranges that reach beyond what is wanted: they stay where they are. */
  readonly elsewhere: readonly BlockRange[];
}

/**
 * Takes every block of every sample once, as far as possible from what is stored: the largest sub-trees first (two
 * sub-trees are apart or one lies in the other), and names the blocks that are missing. Stored ranges outside of the
 * plan are ignored. With `only`, ranges that do not overlap, the same for their blocks alone.
 */
export function coverSamples(
  samples: readonly BlockSample[],
  stored: readonly StoredRange[],
  only?: readonly BlockRange[],
): Coverage {
  const taken = new Map<StoredRange, BlockSpan[]>();
  const missing: BlockRange[] = [];
  const elsewhere: BlockRange[] = [];
  samples.forEach(({ blocks: total }, sample) => {
    const whole = { sample, firstBlock: 0, blocks: total };
    const wanted = (only ?? [whole]).filter((range) => range.sample === sample);
    const trees = stored
      .filter((range) => range.sample === sample && range.firstBlock + range.blocks <= total)
      .flatMap((range) => subTreesOf(range).map((tree) => ({ range, tree })))
      .sort((a, b) => a.tree.firstBlock - b.tree.firstBlock || b.tree.blocks - a.tree.blocks);
    let next = 0;
    const miss = (end: number): void => {
      missing.push(...shared({ sample, firstBlock: next, blocks: end - next }, wanted));
    };
    for (const { range, tree } of trees) {
      if (tree.firstBlock < next) continue;
      miss(tree.firstBlock);
      next = tree.firstBlock + tree.blocks;
      if (shared(range, wanted)[0]?.blocks !== range.blocks) elsewhere.push(...shared({ sample, ...tree }, wanted));
      else if (taken.get(range)?.push(tree) === undefined) taken.set(range, [tree]);
    }
    miss(total);
  });
  return { stored: [...taken].map(([range, trees]) => ({ stored: range, trees })), missing, elsewhere };
}

/** The parts of a range that lie in ranges of the same sample. */
function shared(range: BlockRange, others: readonly BlockRange[]): BlockRange[] {
  return others.flatMap(({ firstBlock, blocks }) => {
    const first = Math.max(range.firstBlock, firstBlock);
    const end = Math.min(range.firstBlock + range.blocks, firstBlock + blocks);
    return end > first ? [{ sample: range.sample, firstBlock: first, blocks: end - first }] : [];
  });
}
