import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SumTree, subTreesOf } from './sum-tree.ts';

/** Numbers of very different size, so that a sum depends on its order. */
const block = (k: number): number => ((k * 7919) % 97) * 10 ** ((k % 5) * 4 - 8);

/** The sum as it is defined: halves of the smallest power of two that holds all blocks, cut off at the last. */
function byDefinition(blocks: number): number {
  const node = (first: number, size: number): number => {
    if (size === 1) return block(first);
    const middle = first + size / 2;
    return middle < blocks ? node(first, size / 2) + node(middle, size / 2) : node(first, size / 2);
  };
  let size = 1;
  while (size < blocks) size *= 2;
  return node(0, size);
}

/** Sums of each sub-tree of a span, one after the other. */
function summed(firstBlock: number, blocks: number) {
  const tree = new SumTree();
  for (let k = firstBlock; k < firstBlock + blocks; k++)
    tree.add({ firstBlock: k, blocks: 1, sums: Float64Array.of(block(k)) });
  return tree;
}

const span = fc.record({ firstBlock: fc.integer({ min: 0, max: 500 }), blocks: fc.integer({ min: 1, max: 300 }) });

describe('the sub-trees of a span', () => {
  it('tile it, are powers of two at multiples of themselves, and no two can be joined', () => {
    fc.assert(
      fc.property(span, ({ firstBlock, blocks }) => {
        const trees = subTreesOf({ firstBlock, blocks });
        let next = firstBlock;
        for (const tree of trees) {
          expect(tree.firstBlock).toBe(next);
          expect(Math.log2(tree.blocks) % 1).toBe(0);
          expect(tree.firstBlock % tree.blocks).toBe(0);
          next += tree.blocks;
        }
        expect(next).toBe(firstBlock + blocks);
        for (let i = 1; i < trees.length; i++) {
          const joined =
            trees[i - 1].blocks === trees[i].blocks && trees[i - 1].firstBlock % (2 * trees[i].blocks) === 0;
          expect(joined).toBe(false);
        }
        expect(trees.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(blocks + 1)));
      }),
      { seed: 4 },
    );
  });

  it('are found beyond 32 bits', () => {
    const trees = subTreesOf({ firstBlock: 2 ** 40, blocks: 2 ** 33 + 1 });
    expect(trees).toEqual([
      { firstBlock: 2 ** 40, blocks: 2 ** 33 },
      { firstBlock: 2 ** 40 + 2 ** 33, blocks: 1 },
    ]);
  });
});

describe('sums in a tree', () => {
  it('are those of the definition, and not those in order', () => {
    for (const blocks of [1, 2, 3, 5, 8, 13, 100]) {
      expect(summed(0, blocks).total()).toEqual(Float64Array.of(byDefinition(blocks)));
    }
    let inOrder = 0;
    for (let k = 0; k < 100; k++) inOrder += block(k);
    expect(byDefinition(100)).not.toBe(inOrder);
  });

  it('have the same bits however they are cut, and in whatever order the parts come', () => {
    const parts = fc
      .array(fc.integer({ min: 1, max: 199 }), { maxLength: 12 })
      .map((cuts) => [...new Set([0, ...cuts, 200])].sort((a, b) => a - b))
      .chain((cuts) =>
        fc.shuffledSubarray(
          cuts.slice(1).map((end, i) => ({ firstBlock: cuts[i], blocks: end - cuts[i] })),
          { minLength: cuts.length - 1 },
        ),
      );
    fc.assert(
      fc.property(parts, (spans) => {
        const tree = new SumTree();
        for (const { firstBlock, blocks } of spans) {
          const [{ sums }] = summed(firstBlock, blocks).stretches();
          subTreesOf({ firstBlock, blocks }).forEach((sub, i) => {
            tree.add({ ...sub, sums: sums.slice(i, i + 1) });
          });
        }
        expect(tree.blocks).toBe(200);
        expect(tree.trees().map(({ blocks }) => blocks)).toEqual([128, 64, 8]);
        expect(tree.total()).toEqual(Float64Array.of(byDefinition(200)));
      }),
      { seed: 5 },
    );
  });

  it('keep a few arrays, whatever the number of blocks', () => {
    const tree = new SumTree();
    let most = 0;
    for (let k = 0; k < 50_000; k++) {
      tree.add({ firstBlock: k, blocks: 1, sums: Float64Array.of(1) });
      most = Math.max(most, tree.trees().length);
    }
    expect(most).toBeLessThanOrEqual(16);
    expect(tree.total()[0]).toBe(50_000);
  });

  it('name the gapless stretches, and are empty before the first block', () => {
    const tree = new SumTree();
    expect(tree.total()).toEqual(new Float64Array(0));
    for (const k of [4, 0, 1, 5, 2, 9]) tree.add({ firstBlock: k, blocks: 1, sums: Float64Array.of(k) });
    expect(tree.stretches()).toEqual([
      { firstBlock: 0, blocks: 3, sums: Float64Array.of(1, 2) },
      { firstBlock: 4, blocks: 2, sums: Float64Array.of(9) },
      { firstBlock: 9, blocks: 1, sums: Float64Array.of(9) },
    ]);
  });
});
