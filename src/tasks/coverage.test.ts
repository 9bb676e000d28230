import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredRange } from './block-store.ts';
import { coverSamples } from './coverage.ts';

const sample = { name: 'signal', events: 2000, blocks: 20 };
const stored = (firstBlock: number, blocks: number, merged = false): StoredRange => ({
  sample: 0,
  firstBlock,
  blocks,
  merged,
  id: `${firstBlock}+${blocks}`,
});

it('takes the longest merged start, then what is stored, then what is missing', () => {
  const ranges = [stored(9, 3), stored(0, 2, true), stored(0, 4, true), stored(3, 3), stored(30, 1)];
  const segments = coverSamples([sample], ranges).map((s) => [s.firstBlock, s.blocks, s.stored?.id]);
  expect(segments).toEqual([
    [0, 4, '0+4'],
    [4, 2, '3+3'],
    [6, 3, undefined],
    [9, 3, '9+3'],
    [12, 8, undefined],
  ]);
});

it('covers every block exactly once, and a stored segment lies inside its source', () => {
  const anyRange = fc
    .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 8 }), fc.boolean())
    .map(([first, blocks, merged]) => stored(merged ? 0 : first, blocks, merged));
  fc.assert(
    fc.property(fc.array(anyRange, { maxLength: 8 }), (ranges) => {
      let next = 0;
      for (const segment of coverSamples([sample], ranges)) {
        expect(segment.firstBlock).toBe(next);
        expect(segment.blocks).toBeGreaterThan(0);
        next += segment.blocks;
        if (segment.stored === undefined) continue;
        expect(segment.stored.firstBlock).toBeLessThanOrEqual(segment.firstBlock);
        expect(segment.stored.firstBlock + segment.stored.blocks).toBe(next);
        if (segment.stored.merged) expect(segment.firstBlock).toBe(0);
      }
      expect(next).toBe(20);
    }),
    { seed: 3 },
  );
});
