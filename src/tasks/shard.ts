import type { BlockRange, BlockSample } from './block-engine.ts';

/**
 * The blocks of shard `shard` (from 0) of `shards`: of each sample one gapless stretch, so that a shard is a few whole
 * sub-trees. The shards tile all samples; two shards differ by at most one block of each sample and by at most one block
 * in all. Shards beyond the number of blocks are empty. Throws RangeError unless 0 ≤ shard < shards are whole numbers.
 */
export function shardOf(samples: readonly BlockSample[], shard: number, shards: number): BlockRange[] {
  if (!(Number.isSafeInteger(shards) && shards >= 1 && Number.isSafeInteger(shard) && shard >= 0 && shard < shards))
    throw new RangeError(`there is no shard ${shard} of ${shards}`);
  const ranges: BlockRange[] = [];
  // Blocks that are left when all have the same go to one shard after the other, on from sample to sample.
  let turn = 0;
  samples.forEach(({ blocks: total }, sample) => {
    const each = Math.floor(total / shards);
    const left = total - each * shards;
    const takesOne = (shard - turn + shards) % shards < left;
    const takenBefore =
      Math.max(0, Math.min(shard, turn + left) - turn) + Math.max(0, Math.min(shard, turn + left - shards));
    const blocks = each + (takesOne ? 1 : 0);
    if (blocks > 0) ranges.push({ sample, firstBlock: shard * each + takenBefore, blocks });
    turn = (turn + left) % shards;
  });
  return ranges;
}
