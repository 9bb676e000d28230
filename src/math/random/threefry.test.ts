import { expect, test } from 'vitest';
import { threefry2x32 } from './threefry.ts';

// Random123 1.09, examples/kat_vectors, threefry2x32 with 20 rounds.
test.each([
  [0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe],
  [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
  [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
])('known-answer vector %#', (c0, c1, k0, k1, x, y) => {
  const out = new Int32Array(2);
  threefry2x32(c0, c1, k0, k1, out);
  expect([out[0] >>> 0, out[1] >>> 0]).toEqual([x, y]);
});
