// Phase space of four, five and six bodies, two events at a time. The TypeScript twin, which gives the same bits, is
// src/physics/phase-space/n-body.ts (fed by src/math/random where the kernel draws): keep the order of operations of both.
import { encrypt } from './threefry';
import { eventsFrom, uniform, upperHalf } from './uniform';

// Memory below the columns, in bytes. The caller fills the first three tables, each number twice.
const OWN: usize = 0; // m_k
const SQUARE: usize = 96; // m_k²
const THRESHOLD: usize = 192; // m_0 + … + m_k
const TURN: usize = 288;
const WORDS: usize = 320;
const UNIFORMS: usize = 512; // columns of twelve
const UNIFORM_STRIDE: usize = 96;
// For each two events of a group: masses of the clusters of products 0 … k, then for each k what its split gives.
const PARTS: usize = 2048;
const PART_BYTES: usize = 576;
const SPLIT: usize = 96;
const SPLIT_BYTES: usize = 80; // 1 / cluster mass; energy and momentum of product k in the frame of its cluster

let bodies: i32 = 0;
let parent: f64 = 0;
let available: f64 = 0;
let volume: f64 = 0;

export function configure(n: i32, M: f64, free: f64, scale: f64): void {
  bodies = n;
  parent = M;
  available = free;
  volume = scale;
}

@inline
function splat(x: f64): v128 {
  return f64x2.splat(x);
}

@inline
function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

@inline
function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

@inline
function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

@inline
function storeCluster(part: usize, k: usize, u: v128): void {
  v128.store(part + (k << 4), add(mul(u, splat(available)), v128.load(THRESHOLD + (k << 4))));
}

@inline
function horner(coefficient: f64, z: v128, rest: v128): v128 {
  return add(splat(coefficient), mul(z, rest));
}

// Cosine and sine of u − 1/2 turns at TURN, u in (0, 1): the sine of src/math/elementary/turns.ts on a quarter of the
// angle, the cosine, which is not small there, from it, and the angle doubled twice.
@inline
function storeCosSin(u: v128): void {
  const y = mul(sub(u, splat(0.5)), splat(1.5707963267948966));
  const z = mul(y, y);
  let poly = horner(-2.505113165023518e-8, z, splat(1.5918115263265974e-10));
  poly = horner(2.7557316101617874e-6, z, poly);
  poly = horner(-0.00019841269836756774, z, poly);
  poly = horner(0.008333333333330948, z, poly);
  poly = horner(-0.16666666666666666, z, poly);
  const s = add(y, mul(mul(y, z), poly));
  const s2 = add(s, s);
  const c = f64x2.sqrt(sub(splat(1), mul(s, s)));
  const sine = mul(s2, c);
  const cosine = sub(splat(1), mul(s2, s));
  const sine2 = add(sine, sine);
  v128.store(TURN, sub(splat(1), mul(sine2, sine)));
  v128.store(TURN, mul(sine2, cosine), 16);
}

// Sorts the uniforms of the masses and stores the masses of all clusters.
@inline
function storeClusters(part: usize, draws: usize, stride: usize): void {
  v128.store(part, v128.load(OWN));
  v128.store(part + ((<usize>(bodies - 1)) << 4), splat(parent));
  const a = v128.load(draws);
  const b = v128.load(draws + stride);
  const low = f64x2.pmin(a, b);
  const high = f64x2.pmax(a, b);
  if (bodies == 4) {
    storeCluster(part, 1, low);
    storeCluster(part, 2, high);
    return;
  }
  const c = v128.load(draws + 2 * stride);
  if (bodies == 5) {
    const middle = f64x2.pmin(high, c);
    storeCluster(part, 1, f64x2.pmin(low, middle));
    storeCluster(part, 2, f64x2.pmax(low, middle));
    storeCluster(part, 3, f64x2.pmax(high, c));
    return;
  }
  const d = v128.load(draws + 3 * stride);
  const low2 = f64x2.pmin(c, d);
  const high2 = f64x2.pmax(c, d);
  const inner = f64x2.pmax(low, low2);
  const outer = f64x2.pmin(high, high2);
  storeCluster(part, 1, f64x2.pmin(low, low2));
  storeCluster(part, 2, f64x2.pmin(inner, outer));
  storeCluster(part, 3, f64x2.pmax(inner, outer));
  storeCluster(part, 4, f64x2.pmax(high, high2));
}

// The split of product k from its cluster in the frame of that; gives the weight so far times the momentum.
@inline
function storeSplit(part: usize, k: usize, angle: usize, stride: usize, weight: v128): v128 {
  const whole = v128.load(part + (k << 4));
  const rest = v128.load(part + (k << 4) - 16);
  const own = v128.load(OWN + (k << 4));
  const sum = add(rest, own);
  const difference = sub(rest, own);
  const inside = mul(
    mul(sub(whole, sum), add(whole, sum)),
    mul(sub(whole, difference), add(whole, difference)),
  );
  const inverse = f64x2.div(splat(1), whole);
  const halfInverse = mul(splat(0.5), inverse);
  const p = mul(f64x2.sqrt(f64x2.pmax(inside, splat(0))), halfInverse);

  const c = sub(mul(splat(2), v128.load(angle)), splat(1));
  const s = f64x2.sqrt(sub(splat(1), mul(c, c)));
  storeCosSin(v128.load(angle + stride));
  const transverse = mul(p, s);
  const split = part + SPLIT + k * SPLIT_BYTES;
  v128.store(split, inverse);
  v128.store(split, mul(add(mul(sub(whole, rest), add(whole, rest)), v128.load(SQUARE + (k << 4))), halfInverse), 16);
  v128.store(split, mul(transverse, v128.load(TURN)), 32);
  v128.store(split, mul(transverse, v128.load(TURN, 16)), 48);
  v128.store(split, mul(p, c), 64);
  return mul(weight, p);
}

// The splits of two events, each in the frame of its cluster, and the weight. Nothing waits for a split before.
@inline
function storeSplits(part: usize, draws: usize, angles: usize, drawStride: usize, out: usize): void {
  storeClusters(part, draws, drawStride);
  let angle = angles;
  let weight = splat(volume);
  if (bodies == 6) {
    weight = storeSplit(part, 5, angle, drawStride, weight);
    angle += 2 * drawStride;
  }
  if (bodies >= 5) {
    weight = storeSplit(part, 4, angle, drawStride, weight);
    angle += 2 * drawStride;
  }
  weight = storeSplit(part, 3, angle, drawStride, weight);
  angle += 2 * drawStride;
  weight = storeSplit(part, 2, angle, drawStride, weight);
  angle += 2 * drawStride;
  v128.store(out, storeSplit(part, 1, angle, drawStride, weight));
}

@inline
function storeMomentum(column: usize, stride: usize, energy: v128, px: v128, py: v128, pz: v128): void {
  let to = column;
  v128.store(to, energy);
  to += stride; v128.store(to, px);
  to += stride; v128.store(to, py);
  to += stride; v128.store(to, pz);
}

// Every product from the frame of its cluster to that of the parent; what is left of the cluster is the next.
@inline
function storeMomenta(part: usize, out: usize, stride: usize): void {
  let split = part + SPLIT + <usize>(bodies - 1) * SPLIT_BYTES;
  let column = out + <usize>(4 * bodies - 3) * stride;
  let e = v128.load(split, 16);
  let qx = v128.load(split, 32);
  let qy = v128.load(split, 48);
  let qz = v128.load(split, 64);
  storeMomentum(column, stride, e, qx, qy, qz);
  let energy = sub(splat(parent), e);
  let px = f64x2.neg(qx);
  let py = f64x2.neg(qy);
  let pz = f64x2.neg(qz);
  for (let k = bodies - 2; k > 0; k--) {
    split -= SPLIT_BYTES;
    column -= 4 * stride;
    const inverse = v128.load(split);
    e = v128.load(split, 16);
    qx = v128.load(split, 32);
    qy = v128.load(split, 48);
    qz = v128.load(split, 64);
    const sum = add(energy, v128.load(part + ((<usize>k) << 4)));
    const along = add(add(mul(qx, px), mul(qy, py)), mul(qz, pz));
    const shift = mul(add(f64x2.div(along, sum), e), inverse);
    const bx = add(qx, mul(px, shift));
    const by = add(qy, mul(py, shift));
    const bz = add(qz, mul(pz, shift));
    const be = mul(add(mul(energy, e), along), inverse);
    storeMomentum(column, stride, be, bx, by, bz);
    energy = sub(energy, be);
    px = sub(px, bx);
    py = sub(py, by);
    pz = sub(pz, bz);
  }
  storeMomentum(column - 4 * stride, stride, energy, px, py, pz);
}

// Decays of `pairs` times two events, at most six: uniforms of the masses from `draws` on, of directions from `angles` on.
function decay(draws: usize, angles: usize, drawStride: usize, out: usize, stride: usize, pairs: usize): void {
  for (let i: usize = 0; i < pairs; i++) {
    const offset = i << 4;
    storeSplits(PARTS + i * PART_BYTES, draws + offset, angles + offset, drawStride, out + offset);
  }
  for (let i: usize = 0; i < pairs; i++) storeMomenta(PARTS + i * PART_BYTES, out + (i << 4), stride);
}

@inline
function storeUniforms(words: usize, a: usize, b: usize): void {
  const x = v128.load(words);
  const y = v128.load(words, 16);
  v128.store(a, uniform(x));
  v128.store(a, uniform(upperHalf(x)), 16);
  v128.store(b, uniform(y));
  v128.store(b, uniform(upperHalf(y)), 16);
}

// Uniforms of twelve events, draws 0 … 2·pairs − 1 of the stream (key0, key1), to the columns at UNIFORMS. Low words of
// the events in `a`, `b`, `c`; those below `low` having a high word that is one more than `high`.
function drawUniforms(
  a: v128,
  b: v128,
  c: v128,
  low: u32,
  high: u32,
  pairs: i32,
  key0: i32,
  key1: i32,
): void {
  const k0 = i32x4.splat(key0);
  const k1 = i32x4.splat(key1);
  const k2 = i32x4.splat(0x1bd11bda ^ key0 ^ key1);
  // −1 in the lanes whose low word began anew, where the high word is one more
  const carryA = i32x4.lt_u(a, i32x4.splat(low));
  const carryB = i32x4.lt_u(b, i32x4.splat(low));
  const carryC = i32x4.lt_u(c, i32x4.splat(low));
  let column = UNIFORMS;
  for (let pair = 0; pair < pairs; pair++) {
    const draw = i32x4.splat((pair << 20) | high);
    encrypt(a, i32x4.sub(draw, carryA), b, i32x4.sub(draw, carryB), c, i32x4.sub(draw, carryC), k0, k1, k2, WORDS);
    const next = column + UNIFORM_STRIDE;
    storeUniforms(WORDS, column, next);
    storeUniforms(WORDS + 32, column + 32, next + 32);
    storeUniforms(WORDS + 64, column + 64, next + 64);
    column = next + UNIFORM_STRIDE;
  }
}

// Decays of `count` events, rounded up to a multiple of twelve, from the one whose index has the words (low, high).
// Draws 0 … 3n − 5 of the stream (key0, key1).
export function generate(out: usize, stride: usize, low: u32, high: u32, count: i32, key0: i32, key1: i32): void {
  const pairs = (3 * bodies - 3) >> 1;
  const angles = UNIFORMS + <usize>(bodies - 2) * UNIFORM_STRIDE;
  for (let i = 0; i < count; i += 12) {
    const at = low + i;
    drawUniforms(eventsFrom(at), eventsFrom(at + 4), eventsFrom(at + 8), low, high, pairs, key0, key1);
    decay(UNIFORMS, angles, UNIFORM_STRIDE, out + ((<usize>i) << 3), stride, 6);
  }
}

// Decays of `count` events, rounded up to a multiple of two, from 3n − 4 columns of uniforms `stride` bytes apart from
// `draws` on.
export function generateFromDraws(draws: usize, out: usize, stride: usize, count: i32): void {
  const angles = draws + <usize>(bodies - 2) * stride;
  for (let i = 0; i < count; i += 12) {
    const offset = (<usize>i) << 3;
    const pairs = min(6, (count - i + 1) >> 1);
    decay(draws + offset, angles + offset, stride, out + offset, stride, pairs);
  }
}

// `square` times (2·momentum·cluster mass)² of the split of product k.
@inline
function withMomentum(part: usize, k: usize, square: v128): v128 {
  const whole = v128.load(part + (k << 4));
  const rest = v128.load(part + (k << 4) - 16);
  const own = v128.load(OWN + (k << 4));
  const sum = add(rest, own);
  const difference = sub(rest, own);
  const squared = mul(whole, whole);
  return mul(square, mul(sub(squared, mul(sum, sum)), sub(squared, mul(difference, difference))));
}

// Two trials at `part`: the square of the product of 2·momentum·cluster mass of all splits, less that of `limit` times
// the cluster masses that are drawn. Nothing is divided and no root taken.
@inline
function surplus(part: usize, limit: v128): v128 {
  let product = withMomentum(part, 1, splat(1));
  let bound = mul(limit, v128.load(part, 16));
  product = withMomentum(part, 2, product);
  bound = mul(bound, v128.load(part, 32));
  product = withMomentum(part, 3, product);
  if (bodies >= 5) {
    bound = mul(bound, v128.load(part, 48));
    product = withMomentum(part, 4, product);
  }
  if (bodies == 6) {
    bound = mul(bound, v128.load(part, 64));
    product = withMomentum(part, 5, product);
  }
  return sub(product, mul(bound, bound));
}

// Of `count` trials, a multiple of twelve, from the one whose index has the words (low, high): writes the low words of
// those whose product of 2·momentum·cluster mass is above draw n − 2 times `top` times the cluster masses that are drawn
// to `list`, in order, and gives their number. Room for `count` is needed.
export function accept(list: usize, low: u32, high: u32, count: i32, top: f64, key0: i32, key1: i32): i32 {
  const pairs = bodies >> 1;
  let to = list;
  for (let i = 0; i < count; i += 12) {
    const at = low + i;
    drawUniforms(eventsFrom(at), eventsFrom(at + 4), eventsFrom(at + 8), low, high, pairs, key0, key1);
    for (let j = 0; j < 12; j += 2) {
      const draws = UNIFORMS + ((<usize>j) << 3);
      storeClusters(PARTS, draws, UNIFORM_STRIDE);
      const limit = mul(v128.load(draws + <usize>(bodies - 2) * UNIFORM_STRIDE), splat(top));
      const accepted = i64x2.bitmask(f64x2.gt(surplus(PARTS, limit), splat(0)));
      store<u32>(to, at + j);
      to += (<usize>(accepted & 1)) << 2;
      store<u32>(to, at + j + 1);
      to += (<usize>(accepted >> 1)) << 2;
    }
  }
  return <i32>((to - list) >> 2);
}

// Decays of `count` trials, rounded up to a multiple of twelve, whose low words stand at `list`; `low` and `high` as
// given to `accept`. Draws 0 … n − 3 and n − 1 … 3n − 4 of the stream (key0, key1).
export function generateAccepted(
  list: usize,
  out: usize,
  stride: usize,
  low: u32,
  high: u32,
  count: i32,
  key0: i32,
  key1: i32,
): void {
  const pairs = (3 * bodies - 2) >> 1;
  const angles = UNIFORMS + <usize>(bodies - 1) * UNIFORM_STRIDE;
  for (let i = 0; i < count; i += 12) {
    const at = list + ((<usize>i) << 2);
    drawUniforms(v128.load(at), v128.load(at, 16), v128.load(at, 32), low, high, pairs, key0, key1);
    decay(UNIFORMS, angles, UNIFORM_STRIDE, out + ((<usize>i) << 3), stride, 6);
  }
}
