// Two columns of uniform or normal numbers, twelve events at a time; the TypeScript twins are
// src/math/random/uniform-pair-twin.ts and normal-pair-twin.ts.
import { log } from './logarithm';
import { storeCosSin } from './sin-cos';
import { encrypt } from './threefry';
import { eventsFrom, uniform, upperHalf } from './uniform';

@inline
function storeUniforms(words: usize, a: usize, b: usize): void {
  const x = v128.load(words);
  const y = v128.load(words, 16);
  v128.store(a, uniform(x));
  v128.store(a, uniform(upperHalf(x)), 16);
  v128.store(b, uniform(y));
  v128.store(b, uniform(upperHalf(y)), 16);
}

// Box and Muller on two uniforms at `a` and `b`, in place. `scratch`: 32 bytes.
@inline
function makeNormal(a: usize, b: usize, scratch: usize): void {
  const radius = f64x2.sqrt(f64x2.mul(f64x2.splat(-2), log(v128.load(a))));
  storeCosSin(v128.load(b), scratch);
  v128.store(a, f64x2.mul(radius, v128.load(scratch)));
  v128.store(b, f64x2.mul(radius, v128.load(scratch, 16)));
}

// Draws of `count` events, rounded up to a multiple of twelve, from the one whose index has the low word `low`;
// `drawWord` holds the pair index above the high word. low + count must stay within 2^32. `scratch`: 96 bytes.
export function fillUniformPair(
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
    storeUniforms(scratch, a + offset, b + offset);
    storeUniforms(scratch + 32, a + offset + 32, b + offset + 32);
    storeUniforms(scratch + 64, a + offset + 64, b + offset + 64);
  }
}

// Standard normal numbers from the same draws; arguments as of `fillUniformPair`.
export function fillNormalPair(
  a: usize,
  b: usize,
  scratch: usize,
  low: u32,
  drawWord: i32,
  count: i32,
  key0: i32,
  key1: i32,
): void {
  fillUniformPair(a, b, scratch, low, drawWord, count, key0, key1);
  for (let i = 0; i < count; i += 2) {
    const offset = (<usize>i) << 3;
    makeNormal(a + offset, b + offset, scratch);
  }
}
