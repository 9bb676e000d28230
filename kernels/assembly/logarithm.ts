// Natural logarithm of two positive normal numbers, operation by operation as in src/math/elementary/logarithm.ts.

@inline
function splat(x: f64): v128 {
  return f64x2.splat(x);
}

@inline
function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

@inline
function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

@inline
function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

@inline
function inverseTanhTail(z: v128): v128 {
  const w = mul(z, z);
  const even = add(
    add(splat(0.6666666666666666), mul(z, splat(0.4000000000000088))),
    mul(w, add(splat(0.2857142857080323), mul(z, splat(0.2222222239180047)))),
  );
  const odd = add(
    add(splat(0.18181795630884753), mul(z, splat(0.15386240205813478))),
    mul(w, add(splat(0.13268759668560612), mul(z, splat(0.13086767009948175)))),
  );
  return mul(z, add(even, mul(mul(w, w), odd)));
}

@inline
export function log(x: v128): v128 {
  // Exponent field of x·√2, roughly: x·2^−k lies in [√½, √2].
  const field = i64x2.shr_u(i64x2.add(x, i64x2.splat(0x95f6200000000)), 52);
  const k = sub(v128.or(field, splat(4503599627370496)), splat(4503599627371519));
  const scale = i64x2.shl(i64x2.sub(i64x2.splat(2046), field), 52);
  const f = sub(mul(x, scale), splat(1));
  const s = f64x2.div(f, add(splat(2), f));
  const halfSquare = mul(mul(splat(0.5), f), f);
  const tail = mul(s, add(halfSquare, inverseTanhTail(mul(s, s))));
  // For k = 0 this is f − (halfSquare − tail) to the bit, rounding being symmetric.
  const low = add(tail, mul(k, splat(1.9082149292705877e-10)));
  return sub(mul(k, splat(0.6931471803691238)), sub(sub(halfSquare, low), f));
}
