/** Where a function changes sign, or the sentence that says why no such place was found. */
export type Bracket =
  | { readonly found: true; readonly low: number; readonly high: number; readonly fLow: number; readonly fHigh: number }
  | { readonly found: false; readonly reason: string };

function finite(f: (x: number) => number, x: number): number {
  const y = f(x);
  if (Number.isNaN(y)) throw new RangeError(`root search: the function is not a number at ${x}`);
  return y;
}

/**
 * Looks for a sign change of f from `low` upwards: the first step is `step`, each further one twice as long, the end
 * never beyond `limit`. The lower end moves along, so the bracket is the last step. Never fails silently: `reason`
 * says how far it looked and what f was there. Throws RangeError if f gives NaN.
 */
export function expandBracket(
  f: (x: number) => number,
  { low = 0, step = 1, limit = 1e300 }: { low?: number; step?: number; limit?: number } = {},
): Bracket {
  if (!(step > 0 && limit > low))
    throw new RangeError(`expandBracket: needs step > 0 and limit > low, found ${step}, ${limit}`);
  let a = low;
  let fa = finite(f, a);
  if (fa === 0) return { found: true, low: a, high: a, fLow: 0, fHigh: 0 };
  let h = step;
  while (a < limit) {
    const b = Math.min(limit, a + h);
    const fb = finite(f, b);
    if (fa < 0 !== fb < 0 || fb === 0) return { found: true, low: a, high: b, fLow: fa, fHigh: fb };
    a = b;
    fa = fb;
    h *= 2;
  }
  return { found: false, reason: `no sign change between ${low} and ${limit}: the function is ${fa} at the far end` };
}

/**
 * The root of f between low and high, where f must have opposite signs: Brent's method (Brent 1973, ch. 4), to
 * `tolerance` relative to the root plus `absolute`. RangeError without a sign change or when f gives NaN.
 */
export function brent(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-13, absolute = 1e-300, fLow = finite(f, low), fHigh = finite(f, high) } = {},
): number {
  let a = low;
  let b = high;
  let fa = fLow;
  let fb = fHigh;
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa < 0 === fb < 0) throw new RangeError(`brent: no sign change between ${low} (${fa}) and ${high} (${fb})`);
  let c = a;
  let fc = fa;
  let previous = b - a;
  let beforeLast = previous;
  for (let i = 0; i < 300; i++) {
    if (fb < 0 === fc < 0) {
      c = a;
      fc = fa;
      previous = b - a;
      beforeLast = previous;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const small = 0.5 * tolerance * Math.abs(b) + absolute;
    const half = 0.5 * (c - b);
    if (Math.abs(half) <= small || fb === 0) return b;
    if (Math.abs(beforeLast) >= small && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa;
      let p: number;
      let q: number;
      if (a === c) {
        p = 2 * half * s;
        q = 1 - s;
      } else {
        const r = fb / fc;
        const t = fa / fc;
        p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
        q = (t - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (2 * p < Math.min(3 * half * q - Math.abs(small * q), Math.abs(beforeLast * q))) {
        beforeLast = previous;
        previous = p / q;
      } else {
        previous = half;
        beforeLast = half;
      }
    } else {
      previous = half;
      beforeLast = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(previous) > small ? previous : half > 0 ? small : -small;
    fb = finite(f, b);
  }
  return b;
}

/**
 * The root of f above `low`, bracket found by itself: a value, or the reason why there is none. `step` is the first
 * guess of the distance. Throws RangeError if f gives NaN.
 */
export function rootAbove(
  f: (x: number) => number,
  options: { low?: number; step?: number; limit?: number; tolerance?: number } = {},
): { readonly found: true; readonly root: number } | { readonly found: false; readonly reason: string } {
  const bracket = expandBracket(f, options);
  if (!bracket.found) return bracket;
  const { low, high, fLow, fHigh } = bracket;
  return {
    found: true,
    root: low === high ? low : brent(f, low, high, { tolerance: options.tolerance ?? 1e-13, fLow, fHigh }),
  };
}

/**
 * The place of the minimum of a function with one minimum between low and high: golden-section search with parabolic
 * steps left out, to `tolerance` relative to the interval; the ends count as candidates.
 */
export function minimumBetween(f: (x: number) => number, low: number, high: number, tolerance = 1e-9): number {
  const golden = 0.3819660112501051;
  let a = low;
  let b = high;
  let x1 = a + golden * (b - a);
  let x2 = b - golden * (b - a);
  let f1 = finite(f, x1);
  let f2 = finite(f, x2);
  while (b - a > tolerance * (high - low)) {
    if (f1 <= f2) {
      b = x2;
      x2 = x1;
      f2 = f1;
      x1 = a + golden * (b - a);
      f1 = finite(f, x1);
    } else {
      a = x1;
      x1 = x2;
      f1 = f2;
      x2 = b - golden * (b - a);
      f2 = finite(f, x2);
    }
  }
  let best = f1 <= f2 ? x1 : x2;
  let least = Math.min(f1, f2);
  for (const end of [low, high]) {
    const value = finite(f, end);
    if (value < least) {
      best = end;
      least = value;
    }
  }
  return best;
}
