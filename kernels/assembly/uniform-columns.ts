// Two columns of uniform numbers, four events at a time; the TypeScript twin is fillUniformPair of
// src/math/random/columns.ts.
import { encrypt } from './threefry';
import { uniform, upperHalf } from './uniform';

// Draws of `count` events, rounded up to a multiple of four, from the one whose index has the low word `low`;
// `drawWord` holds the pair index above the high word. low + count must stay within 2^32. `scratch`: 32 bytes.
export function fillPair(
  a: usize,
  b: usize,
  scratch: usize,
  low: u32,
  drawWord: i32,
  count: i32,
  key0: i32,
  key1: i32,
): void {
  const k0 = i32x4.splat(key0);
  const k1 = i32x4.splat(key1);
  const k2 = i32x4.splat(0x1bd11bda ^ key0 ^ key1);
  const draw = i32x4.splat(drawWord);
  for (let i = 0; i < count; i += 4) {
    encrypt(i32x4.add(i32x4.splat(low + i), i32x4(0, 1, 2, 3)), draw, k0, k1, k2, scratch);
    const x = v128.load(scratch);
    const y = v128.load(scratch, 16);
    const offset = (<usize>i) << 3;
    v128.store(a + offset, uniform(x));
    v128.store(a + offset, uniform(upperHalf(x)), 16);
    v128.store(b + offset, uniform(y));
    v128.store(b + offset, uniform(upperHalf(y)), 16);
  }
}
