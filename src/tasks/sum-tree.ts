/** Consecutive blocks of a sample, by number. */
export interface BlockSpan {
  readonly firstBlock: number;
  readonly blocks: number;
}

/** The sum of a whole sub-tree: 2^k blocks that begin at a multiple of 2^k. */
export interface SubTree extends BlockSpan {
  readonly sums: Float64Array<ArrayBuffer>;
}

/** A gapless stretch of blocks: the sums of its sub-trees (`subTreesOf`) one after the other. */
export interface Stretch extends BlockSpan {
  readonly sums: Float64Array<ArrayBuffer>;
}

/**
 * The whole sub-trees that a span is made of, as large as possible, in order: at most two of each size. Two spans with
 * sub-trees of the same blocks hold the same sums, whatever else they hold.
 */
export function subTreesOf({ firstBlock, blocks }: BlockSpan): BlockSpan[] {
  const trees: BlockSpan[] = [];
  const end = firstBlock + blocks;
  for (let first = firstBlock; first < end; ) {
    let size = 1;
    while (first % (2 * size) === 0 && first + 2 * size <= end) size *= 2;
    trees.push({ firstBlock: first, blocks: size });
    first += size;
  }
  return trees;
}

/**
 * Adds up the blocks of one sample in a fixed binary tree over their numbers: block 2i and 2i + 1 make a pair, pairs 2i
 * and 2i + 1 make a four, and so on. Sub-trees may come in any order and from anywhere; siblings are joined as soon as
 * both are in, left plus right. What is kept is two arrays for each doubling and gap, whatever the number of blocks.
 */
export class SumTree {
  readonly #trees = new Map<number, SubTree>();
  #blocks = 0;
  #length: number | undefined;

  /** Blocks that are in. */
  get blocks(): number {
    return this.#blocks;
  }

  /** Numbers in each block; undefined before the first. */
  get length(): number | undefined {
    return this.#length;
  }

  /** Takes a whole sub-tree, and the array with it. Its blocks must not be in already. */
  add(tree: SubTree): void {
    this.#blocks += tree.blocks;
    this.#length = tree.sums.length;
    let joined = tree;
    for (;;) {
      const { firstBlock, blocks } = joined;
      const isLeft = firstBlock % (2 * blocks) === 0;
      const sibling = this.#trees.get(isLeft ? firstBlock + blocks : firstBlock - blocks);
      if (sibling?.blocks !== blocks) break;
      this.#trees.delete(sibling.firstBlock);
      joined = isLeft ? join(joined, sibling) : join(sibling, joined);
    }
    this.#trees.set(joined.firstBlock, joined);
  }

  /** The sub-trees that are in, by block: for each gapless stretch those of `subTreesOf`. */
  trees(): SubTree[] {
    return [...this.#trees.values()].sort((a, b) => a.firstBlock - b.firstBlock);
  }

  /** The gapless stretches of blocks that are in, by block. */
  stretches(): Stretch[] {
    const stretches: SubTree[][] = [];
    for (const tree of this.trees()) {
      const before = stretches.at(-1)?.at(-1);
      if (before !== undefined && before.firstBlock + before.blocks === tree.firstBlock) stretches.at(-1)?.push(tree);
      else stretches.push([tree]);
    }
    return stretches.map((trees) => ({
      firstBlock: trees[0].firstBlock,
      blocks: trees.reduce((sum, { blocks }) => sum + blocks, 0),
      sums: concatenated(trees.map(({ sums }) => sums)),
    }));
  }

  /** The sum of all that is in, a new array: once all blocks are in, the root; empty before the first. */
  total(): Float64Array {
    const trees = this.trees();
    const total = trees.pop()?.sums.slice() ?? new Float64Array(0);
    // Where a right sibling is not full, its own tree ends earlier: it joins what is left of it when it is complete.
    for (const { sums } of trees.reverse()) for (let i = 0; i < total.length; i++) total[i] = sums[i] + total[i];
    return total;
  }
}

function join(left: SubTree, right: SubTree): SubTree {
  for (let i = 0; i < left.sums.length; i++) left.sums[i] += right.sums[i];
  return { firstBlock: left.firstBlock, blocks: 2 * left.blocks, sums: left.sums };
}

function concatenated(arrays: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const length = arrays[0].length;
  const all = new Float64Array(length * arrays.length);
  arrays.forEach((array, i) => {
    all.set(array, i * length);
  });
  return all;
}
