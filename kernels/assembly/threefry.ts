// Threefry2x32-20 on three vectors of four counters; src/math/random/threefry.ts is the scalar form. Each round waits for
// the one before, so the three run abreast.

@inline
function rotate(v: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(v, bits), i32x4.shr_u(v, 32 - bits));
}

@inline
function add(a: v128, b: v128): v128 {
  return i32x4.add(a, b);
}

// Encrypts the counters (a0, a1), (b0, b1), (c0, c1) under (k0, k1) with k2 = parity ^ k0 ^ k1. Stores the words 0 and 1
// of the first at `out` and out+16, then those of the second and the third.
@inline
export function encrypt(
  a0: v128,
  a1: v128,
  b0: v128,
  b1: v128,
  c0: v128,
  c1: v128,
  k0: v128,
  k1: v128,
  k2: v128,
  out: usize,
): void {
  let u = add(a0, k0), v = add(b0, k0), w = add(c0, k0);
  let x = add(a1, k1), y = add(b1, k1), z = add(c1, k1);
  let key: v128;

  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 13), u); y = v128.xor(rotate(y, 13), v); z = v128.xor(rotate(z, 13), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 15), u); y = v128.xor(rotate(y, 15), v); z = v128.xor(rotate(z, 15), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 26), u); y = v128.xor(rotate(y, 26), v); z = v128.xor(rotate(z, 26), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 6), u); y = v128.xor(rotate(y, 6), v); z = v128.xor(rotate(z, 6), w);
  key = k1;
  u = add(u, key); v = add(v, key); w = add(w, key);
  key = add(k2, i32x4.splat(1));
  x = add(x, key); y = add(y, key); z = add(z, key);

  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 17), u); y = v128.xor(rotate(y, 17), v); z = v128.xor(rotate(z, 17), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 29), u); y = v128.xor(rotate(y, 29), v); z = v128.xor(rotate(z, 29), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 16), u); y = v128.xor(rotate(y, 16), v); z = v128.xor(rotate(z, 16), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 24), u); y = v128.xor(rotate(y, 24), v); z = v128.xor(rotate(z, 24), w);
  key = k2;
  u = add(u, key); v = add(v, key); w = add(w, key);
  key = add(k0, i32x4.splat(2));
  x = add(x, key); y = add(y, key); z = add(z, key);

  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 13), u); y = v128.xor(rotate(y, 13), v); z = v128.xor(rotate(z, 13), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 15), u); y = v128.xor(rotate(y, 15), v); z = v128.xor(rotate(z, 15), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 26), u); y = v128.xor(rotate(y, 26), v); z = v128.xor(rotate(z, 26), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 6), u); y = v128.xor(rotate(y, 6), v); z = v128.xor(rotate(z, 6), w);
  key = k0;
  u = add(u, key); v = add(v, key); w = add(w, key);
  key = add(k1, i32x4.splat(3));
  x = add(x, key); y = add(y, key); z = add(z, key);

  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 17), u); y = v128.xor(rotate(y, 17), v); z = v128.xor(rotate(z, 17), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 29), u); y = v128.xor(rotate(y, 29), v); z = v128.xor(rotate(z, 29), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 16), u); y = v128.xor(rotate(y, 16), v); z = v128.xor(rotate(z, 16), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 24), u); y = v128.xor(rotate(y, 24), v); z = v128.xor(rotate(z, 24), w);
  key = k1;
  u = add(u, key); v = add(v, key); w = add(w, key);
  key = add(k2, i32x4.splat(4));
  x = add(x, key); y = add(y, key); z = add(z, key);

  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 13), u); y = v128.xor(rotate(y, 13), v); z = v128.xor(rotate(z, 13), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 15), u); y = v128.xor(rotate(y, 15), v); z = v128.xor(rotate(z, 15), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 26), u); y = v128.xor(rotate(y, 26), v); z = v128.xor(rotate(z, 26), w);
  u = add(u, x); v = add(v, y); w = add(w, z);
  x = v128.xor(rotate(x, 6), u); y = v128.xor(rotate(y, 6), v); z = v128.xor(rotate(z, 6), w);

  v128.store(out, add(u, k2)); v128.store(out, add(v, k2), 32); v128.store(out, add(w, k2), 64);
  key = add(k0, i32x4.splat(5));
  v128.store(out, add(x, key), 16); v128.store(out, add(y, key), 48); v128.store(out, add(z, key), 80);
}
