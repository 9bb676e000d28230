// Two columns of uniform numbers, twelve events at a time; the TypeScript twin is src/math/random/uniform-pair-twin.ts.
import { encrypt } from './threefry';
import { eventsFrom, uniform, upperHalf } from './uniform';

@inline
function store(words: usize, a: usize, b: usize): void {
  const x = v128.load(words);
  const y = v128.load(words, 16);
  v128.store(a, uniform(x));
  v128.store(a, uniform(upperHalf(x)), 16);
  v128.store(b, uniform(y));
  v128.store(b, uniform(upperHalf(y)), 16);
}

// Draws of `count` events, rounded up to a multiple of twelve, from the one whose index has the low word `low`;
// `drawWord` holds the pair index above the high word. low + count must stay within 2^32. `scratch`: 96 bytes.
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
  for (let i = 0; i < count; i += 12) {
    const at = low + i;
    encrypt(eventsFrom(at), draw, eventsFrom(at + 4), draw, eventsFrom(at + 8), draw, k0, k1, k2, scratch);
    const offset = (<usize>i) << 3;
    store(scratch, a + offset, b + offset);
    store(scratch + 32, a + offset + 32, b + offset + 32);
    store(scratch + 64, a + offset + 64, b + offset + 64);
  }
}
