import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOf } from './shard.ts';

const samplesOf = (blocks: readonly number[]) =>
  blocks.map((count, i) => ({ name: `${i}`, events: 10 * count, blocks: count }));
const anyBlocks = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });

describe('shards', () => {
  it('tile the blocks of all samples, each in one stretch, and share them out evenly', () => {
    fc.assert(
      fc.property(anyBlocks, fc.integer({ min: 1, max: 60 }), (blocks, shards) => {
        const samples = samplesOf(blocks);
        const next = blocks.map(() => 0);
        const sizes: number[] = [];
        for (let shard = 0; shard < shards; shard++) {
          const ranges = shardOf(samples, shard, shards);
          expect(new Set(ranges.map(({ sample }) => sample)).size).toBe(ranges.length);
          for (const range of ranges) {
            expect(range.firstBlock).toBe(next[range.sample]);
            next[range.sample] += range.blocks;
          }
          sizes.push(ranges.reduce((sum, range) => sum + range.blocks, 0));
          samples.forEach(({ blocks: total }, sample) => {
            const own = ranges.find((range) => range.sample === sample)?.blocks ?? 0;
            expect(Math.abs(own - total / shards)).toBeLessThan(1);
          });
        }
        expect(next).toEqual(blocks);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { seed: 8 },
    );
  });

  it('share out samples of one block, as those of a scan of masses', () => {
    const samples = samplesOf(new Array(10).fill(1));
    expect(shardOf(samples, 1, 4).map(({ sample }) => sample)).toEqual([1, 5, 9]);
  });

  it.each([
    [3, 3],
    [-1, 3],
    [0, 0],
    [0.5, 2],
    [0, Number.NaN],
  ])('refuse %d of %d', (shard, shards) => {
    expect(() => shardOf(samplesOf([5]), shard, shards)).toThrow(RangeError);
  });
});
