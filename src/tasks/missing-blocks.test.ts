import { expect, it } from 'vitest';
import { MissingBlocks } from './missing-blocks.ts';

const range = (sample: number, firstBlock: number, blocks: number) => ({ sample, firstBlock, blocks });

it('gives a worker the samples that it has set up, new ones in turn, and those of others when nothing else is left', () => {
  const missing = new MissingBlocks([range(0, 0, 6), range(1, 0, 4), range(2, 0, 9)]);
  const [one, other] = [new Set<number>(), new Set<number>()];
  const take = (own: Set<number>, blocks: number) => {
    const taken = missing.take(blocks, own);
    if (taken !== undefined) own.add(taken.sample);
    return taken;
  };
  expect(take(one, 2)).toEqual(range(0, 0, 2));
  expect(take(other, 3)).toEqual(range(1, 0, 3));
  expect(take(one, 2)).toEqual(range(0, 2, 2));
  expect(take(other, 3)).toEqual(range(1, 3, 1));
  expect(take(other, 3)).toEqual(range(2, 0, 3));
  expect(take(one, 9)).toEqual(range(0, 4, 2));
  expect(take(one, 2)).toEqual(range(2, 3, 2));
  missing.putBack(range(0, 4, 1));
  expect(take(other, 2)).toEqual(range(2, 5, 2));
  expect(missing.count).toBe(3);
  expect([take(other, 9), take(other, 9), take(other, 9)]).toEqual([range(2, 7, 2), range(0, 4, 1), undefined]);
});

it('goes through the samples in their order for one worker', () => {
  const missing = new MissingBlocks([range(0, 0, 2), range(1, 0, 1), range(2, 0, 3)]);
  const own = new Set<number>();
  const order: number[] = [];
  for (let next = missing.take(1, own); next !== undefined; next = missing.take(1, own)) {
    own.add(next.sample);
    order.push(next.sample);
  }
  expect(order).toEqual([0, 0, 1, 2, 2, 2]);
});
