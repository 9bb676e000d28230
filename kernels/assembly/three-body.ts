// Three-body phase space with its own random numbers, four events at a time. The TypeScript twin, which gives the same
// bits, is src/physics/phase-space/three-body.ts fed by src/math/random: keep the order of operations of both.
import { storeCosSin } from './sin-cos';
import { encrypt } from './threefry';
import { eventsFrom, uniform, upperHalf } from './uniform';

const PI_CUBED: f64 = 3.141592653589793 * 3.141592653589793 * 3.141592653589793;

// Decay of this run, set once by `configure`.
let mass: f64 = 0;
let leastM12: f64 = 0;
let available: f64 = 0;
let halfOverM: f64 = 0;
let excess12: f64 = 0;
let excess3: f64 = 0;
let sum12: f64 = 0;
let difference12: f64 = 0;
let sum3: f64 = 0;
let difference3: f64 = 0;
let volume: f64 = 0;

export function configure(M: f64, m1: f64, m2: f64, m3: f64): void {
  mass = M;
  leastM12 = m1 + m2;
  available = M - m1 - m2 - m3;
  halfOverM = 0.5 / M;
  excess12 = m1 * m1 - m2 * m2;
  excess3 = M * M - m3 * m3;
  sum12 = (m1 + m2) * (m1 + m2);
  difference12 = (m1 - m2) * (m1 - m2);
  sum3 = (M + m3) * (M + m3);
  difference3 = (M - m3) * (M - m3);
  volume = available / (16 * PI_CUBED * M);
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

// Two decays; the columns weight, then energy, px, py, pz of each product lie `stride` bytes apart from `out` on.
@inline
function decay(out: usize, stride: usize, scratch: usize, u0: v128, u1: v128, u2: v128, u3: v128, u4: v128): void {
  const m12 = add(splat(leastM12), mul(u0, splat(available)));
  const m12s = mul(m12, m12);
  const inside = mul(sub(splat(sum3), m12s), sub(splat(difference3), m12s));
  const pb = mul(f64x2.sqrt(f64x2.pmax(inside, splat(0))), splat(halfOverM));
  const inverse = f64x2.div(splat(1), m12);
  const halfInverse = mul(splat(0.5), inverse);
  const root = f64x2.sqrt(mul(sub(m12s, splat(sum12)), sub(m12s, splat(difference12))));
  const pa = mul(root, halfInverse);

  let c = sub(mul(splat(2), u1), splat(1));
  let s = f64x2.sqrt(sub(splat(1), mul(c, c)));
  storeCosSin(u2, scratch);
  const transverse = mul(pa, s);
  const dx = mul(transverse, v128.load(scratch));
  const dy = mul(transverse, v128.load(scratch, 16));
  const dz = mul(pa, c);

  c = sub(mul(splat(2), u3), splat(1));
  s = f64x2.sqrt(sub(splat(1), mul(c, c)));
  storeCosSin(u4, scratch);
  const nx = mul(s, v128.load(scratch));
  const ny = mul(s, v128.load(scratch, 16));
  const nz = c;

  const e12 = mul(add(splat(excess3), m12s), splat(halfOverM));
  const gamma = mul(e12, inverse);
  const gammaBeta = mul(pb, inverse);
  const gammaMinusOne = sub(gamma, splat(1));
  const e1 = mul(add(m12s, splat(excess12)), halfInverse);
  const e2 = sub(m12, e1);
  const along = add(add(mul(dx, nx), mul(dy, ny)), mul(dz, nz));
  const stretch = mul(gammaMinusOne, along);
  const shift1 = add(stretch, mul(gammaBeta, e1));
  const shift2 = add(f64x2.neg(stretch), mul(gammaBeta, e2));
  const carried = mul(gammaBeta, along);
  const back = f64x2.neg(pb);

  let p = out;
  v128.store(p, mul(mul(pa, pb), splat(volume)));
  p += stride; v128.store(p, add(mul(gamma, e1), carried));
  p += stride; v128.store(p, add(dx, mul(nx, shift1)));
  p += stride; v128.store(p, add(dy, mul(ny, shift1)));
  p += stride; v128.store(p, add(dz, mul(nz, shift1)));
  p += stride; v128.store(p, sub(mul(gamma, e2), carried));
  p += stride; v128.store(p, sub(mul(nx, shift2), dx));
  p += stride; v128.store(p, sub(mul(ny, shift2), dy));
  p += stride; v128.store(p, sub(mul(nz, shift2), dz));
  p += stride; v128.store(p, sub(splat(mass), e12));
  p += stride; v128.store(p, mul(back, nx));
  p += stride; v128.store(p, mul(back, ny));
  p += stride; v128.store(p, mul(back, nz));
}

// Decays of `count` events from the splat(1) whose index has the words (low, high), rounded up to a multiple of four. Draws 2·firstPair … 2·firstPair + 4 of the stream (k0, k1). `scratch`: 128 bytes.
export function generate(
  out: usize,
  stride: usize,
  scratch: usize,
  low: u32,
  high: u32,
  count: i32,
  firstPair: i32,
  key0: i32,
  key1: i32,
): void {
  const k0 = i32x4.splat(key0);
  const k1 = i32x4.splat(key1);
  const k2 = i32x4.splat(0x1bd11bda ^ key0 ^ key1);
  const draws01 = i32x4.splat((firstPair << 20) | high);
  const draws23 = i32x4.splat(((firstPair + 1) << 20) | high);
  const draw4 = i32x4.splat(((firstPair + 2) << 20) | high);
  for (let i = 0; i < count; i += 4) {
    const events = eventsFrom(low + i);
    // −1 in the lanes whose low word began anew, where the high word is splat(1) more
    const carry = i32x4.lt_u(events, i32x4.splat(low));
    encrypt(
      events,
      i32x4.sub(draws01, carry),
      events,
      i32x4.sub(draws23, carry),
      events,
      i32x4.sub(draw4, carry),
      k0,
      k1,
      k2,
      scratch,
    );
    const u0 = v128.load(scratch);
    const u1 = v128.load(scratch, 16);
    const u2 = v128.load(scratch, 32);
    const u3 = v128.load(scratch, 48);
    const u4 = v128.load(scratch, 64);
    const row = out + ((<usize>i) << 3);
    decay(row, stride, scratch + 96, uniform(u0), uniform(u1), uniform(u2), uniform(u3), uniform(u4));
    decay(
      row + 16,
      stride,
      scratch + 96,
      uniform(upperHalf(u0)),
      uniform(upperHalf(u1)),
      uniform(upperHalf(u2)),
      uniform(upperHalf(u3)),
      uniform(upperHalf(u4)),
    );
  }
}

// Decays of `count` events, rounded up to a multiple of two, from five columns of uniforms `stride` bytes apart from
// `draws` on. `scratch`: 32 bytes.
export function generateFromDraws(draws: usize, out: usize, stride: usize, scratch: usize, count: i32): void {
  for (let i = 0; i < count; i += 2) {
    const offset = (<usize>i) << 3;
    let d = draws + offset;
    const u0 = v128.load(d);
    d += stride;
    const u1 = v128.load(d);
    d += stride;
    const u2 = v128.load(d);
    d += stride;
    const u3 = v128.load(d);
    d += stride;
    decay(out + offset, stride, scratch, u0, u1, u2, u3, v128.load(d));
  }
}
