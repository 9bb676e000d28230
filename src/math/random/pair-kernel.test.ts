import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernelMaker } from '../kernel-module.ts';
import { normalPairTwin } from './normal-pair-twin.ts';
import { normalPair, uniformPair } from './pair-kernel.ts';
import { sourceDigest, wasmBase64 } from './random-columns.wasm.ts';
import { uniformPairTwin } from './uniform-pair-twin.ts';

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('the kernel runs here', () => {
  expect(kernelMaker(wasmBase64)(1)).toBeDefined();
});

test.each([
  ['uniform', uniformPair, uniformPairTwin],
  ['normal', normalPair, normalPairTwin],
])('kernel and twin give the same %s bits, and touch nothing outside of their rows', (_, kernel, twin) => {
  fc.assert(
    fc.property(
      word,
      word,
      fc.nat(2 ** 32 - 1),
      word,
      fc.nat(5),
      fc.oneof(fc.nat(64), fc.integer({ min: 1000, max: 3100 })),
      (k0, k1, start, drawWord, from, count) => {
        const low = Math.min(start, 2 ** 32 - count);
        const columns = Array.from({ length: 4 }, () => new Float64Array(from + count + 5).fill(-1));
        kernel(k0, k1, low, drawWord, from, count, columns[0], columns[1]);
        twin(k0, k1, low, drawWord, from, count, columns[2], columns[3]);
        const [a, b, twinA, twinB] = columns.map((column) => Buffer.from(column.buffer));
        expect(a.equals(twinA) && b.equals(twinB)).toBe(true);
      },
    ),
  );
});

test('kernel and twin give the same normal bits over a million numbers', () => {
  const count = 500_000;
  const columns = Array.from({ length: 4 }, () => new Float64Array(count));
  normalPair(1, 2, 0, 3, 0, count, columns[0], columns[1]);
  normalPairTwin(1, 2, 0, 3, 0, count, columns[2], columns[3]);
  const [a, b, twinA, twinB] = columns.map((column) => Buffer.from(column.buffer));
  expect(a.equals(twinA) && b.equals(twinB)).toBe(true);
});

test('the module was compiled from the sources that stand in kernels/assembly', () => {
  const folder = new URL('../../../kernels/assembly/', import.meta.url);
  const digest = createHash('sha256');
  for (const name of readdirSync(folder).sort()) digest.update(name).update(readFileSync(new URL(name, folder)));
  expect(sourceDigest).toBe(digest.digest('hex'));
});
