import { expect, it } from 'vitest';
import { ChunkSize } from './chunk-size.ts';

it('rounds a given chunk to whole blocks, at least one', () => {
  expect([1, 149, 150, 1000].map((events) => new ChunkSize(events, 100, 2).blocks(99))).toEqual([1, 1, 2, 10]);
});

it('starts with one block, follows the speed and shrinks towards the end', () => {
  const size = new ChunkSize(undefined, 100, 2);
  expect(size.blocks(1000)).toBe(1);
  size.measured(1, 0.01);
  expect(size.blocks(1000)).toBe(50);
  expect(size.blocks(20)).toBe(5);
  expect(size.blocks(1)).toBe(1);
  for (let i = 0; i < 60; i++) size.measured(50, 100);
  expect(size.blocks(1000)).toBe(1);
});
