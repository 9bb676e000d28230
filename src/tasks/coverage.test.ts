import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredRange } from './block-store.ts';
import { coverSamples } from './coverage.ts';

const sample = { name: 'signal', events: 2000, blocks: 20 };
const stored = (firstBlock: number, blocks: number): StoredRange => ({
  sample: 0,
  firstBlock,
  blocks,
  id: `${firstBlock}+${blocks}`,
});

it('takes the largest stored sub-trees, and names what is missing', () => {
  const { stored: parts, missing } = coverSamples([sample], [stored(3, 5), stored(0, 6), stored(9, 3), stored(30, 1)]);
  const taken = parts.flatMap((part) => part.trees.map((tree) => [part.stored.id, tree.firstBlock, tree.blocks]));
  expect(taken).toEqual([
    ['0+6', 0, 4],
    ['3+5', 4, 4],
    ['9+3', 9, 1],
    ['9+3', 10, 2],
  ]);
  expect(missing.map(({ firstBlock, blocks }) => [firstBlock, blocks])).toEqual([
    [8, 1],
    [12, 8],
  ]);
});

it('covers every block exactly once, and leaves out only what nothing stored holds', () => {
  const anyRange = fc
    .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 8 }))
    .map(([first, blocks]) => stored(first, blocks));
  fc.assert(
    fc.property(fc.array(anyRange, { maxLength: 8 }), (ranges) => {
      const times = new Array<number>(20).fill(0);
      const count = (firstBlock: number, blocks: number) => {
        for (let block = firstBlock; block < firstBlock + blocks; block++) times[block] += 1;
      };
      const { stored: parts, missing } = coverSamples([sample], ranges);
      for (const { trees } of parts) for (const { firstBlock, blocks } of trees) count(firstBlock, blocks);
      for (const { firstBlock, blocks } of missing) count(firstBlock, blocks);
      expect(times).toEqual(new Array(20).fill(1));
      const inPlan = ranges.filter(({ firstBlock, blocks }) => firstBlock + blocks <= 20);
      for (const { firstBlock, blocks } of missing) {
        const touched = inPlan.some((r) => r.firstBlock < firstBlock + blocks && r.firstBlock + r.blocks > firstBlock);
        expect(touched).toBe(false);
      }
    }),
    { seed: 3 },
  );
});

it('covers some blocks alone, and leaves ranges that reach beyond them where they are', () => {
  const only = [{ sample: 0, firstBlock: 5, blocks: 9 }];
  const ranges = [stored(0, 8), stored(9, 2), stored(16, 4)];
  const { stored: parts, missing, elsewhere } = coverSamples([sample], ranges, only);
  expect(parts.map((part) => [part.stored.id, ...part.trees.map((tree) => tree.firstBlock)])).toEqual([['9+2', 9, 10]]);
  expect(elsewhere).toEqual([{ sample: 0, firstBlock: 5, blocks: 3 }]);
  expect(missing.map(({ firstBlock, blocks }) => [firstBlock, blocks])).toEqual([
    [8, 1],
    [11, 3],
  ]);
});
