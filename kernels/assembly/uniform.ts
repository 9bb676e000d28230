// Random words as numbers of the open interval (0, 1): (word + 1/2)·2^-32, exact.
@inline
export function uniform(words: v128): v128 {
  return f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_u(words), f64x2.splat(0.5)), f64x2.splat(2.3283064365386963e-10));
}

// Lanes 2 and 3, where `uniform` reads lanes 0 and 1.
@inline
export function upperHalf(words: v128): v128 {
  return v128.shuffle<i32>(words, words, 2, 3, 2, 3);
}

// The low words of four successive events.
@inline
export function eventsFrom(low: u32): v128 {
  return i32x4.add(i32x4.splat(low), i32x4(0, 1, 2, 3));
}
