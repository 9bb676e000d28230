// sin(2πu) and cos(2πu) of two numbers at a time, operation by operation as in src/math/elementary/turns.ts.

@inline
function horner(coefficient: f64, z: v128, rest: v128): v128 {
  return f64x2.add(f64x2.splat(coefficient), f64x2.mul(z, rest));
}

// Stores the cosines at `out` and the sines at out+16; u in (0, 1).
@inline
export function storeCosSin(u: v128, out: usize): void {
  const x = f64x2.mul(u, f64x2.splat(4));
  const q = f64x2.floor(f64x2.add(x, f64x2.splat(0.5)));
  const y = f64x2.mul(f64x2.sub(x, q), f64x2.splat(1.5707963267948966));
  const z = f64x2.mul(y, y);

  let s = horner(-2.505113165023518e-8, z, f64x2.splat(1.5918115263265974e-10));
  s = horner(2.7557316101617874e-6, z, s);
  s = horner(-0.00019841269836756774, z, s);
  s = horner(0.008333333333330948, z, s);
  s = horner(-0.16666666666666666, z, s);
  const sine = f64x2.add(y, f64x2.mul(f64x2.mul(y, z), s));

  let c = horner(2.087614614655861e-9, z, f64x2.splat(-1.1382623647474604e-11));
  c = horner(-2.7557317271145144e-7, z, c);
  c = horner(2.480158729876456e-5, z, c);
  c = horner(-0.0013888888888887398, z, c);
  c = horner(0.041666666666666664, z, c);
  const one = f64x2.sub(f64x2.splat(1), f64x2.mul(f64x2.splat(0.5), z));
  const cosine = f64x2.add(one, f64x2.mul(f64x2.mul(z, z), c));

  // Adding 2^52 leaves the quarter turn in the low mantissa bits: bit 0 swaps, bit 1 is a sign.
  const quarter = f64x2.add(q, f64x2.splat(4503599627370496));
  const swap = i64x2.neg(v128.and(quarter, i64x2.splat(1)));
  const cosineSign = i64x2.shl(v128.and(i64x2.add(quarter, i64x2.splat(1)), i64x2.splat(2)), 62);
  const sineSign = i64x2.shl(v128.and(quarter, i64x2.splat(2)), 62);
  // Exclusive ors with what differs: two instructions less than two selections.
  const exchange = v128.and(v128.xor(sine, cosine), swap);
  v128.store(out, v128.xor(v128.xor(cosine, exchange), cosineSign));
  v128.store(out, v128.xor(v128.xor(sine, exchange), sineSign), 16);
}
