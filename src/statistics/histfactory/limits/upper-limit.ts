import { log } from '../../../math/elementary.ts';

/** f and f′ at a point, or the reason why there is no value. */
export type Sloped = { readonly value: number; readonly slope: number; readonly reason: string | null };

export type LimitSearch =
  | { readonly found: true; readonly root: number }
  | { readonly found: false; readonly reason: string };

/**
 * The μ > 0 at which a rising function (negative near zero) crosses zero: Newton steps, kept inside a bracket that
 * widens by itself, at most tenfold per step. Never gives up in silence: after 80 steps, beyond 1e30 times the first
 * guess, or where f has no value, the reason comes back.
 */
export function risingRoot(f: (mu: number) => Sloped, guess: number, tolerance = 1e-9): LimitSearch {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let x = guess;
  for (let k = 0; k < 80; k++) {
    const { value, slope, reason } = f(x);
    if (reason !== null) {
      if (k > 60 || !(low > 0)) return { found: false, reason };
      high = Math.min(high, x);
      x = 0.5 * (low + x);
      continue;
    }
    if (value === 0) return { found: true, root: x };
    if (value < 0) low = x;
    else high = x;
    const newton = slope > 0 ? x - value / slope : Number.NaN;
    if (Math.abs(newton - x) < tolerance * x && newton >= low * (1 - tolerance) && newton <= high * (1 + tolerance))
      return { found: true, root: newton };
    if (high - low < 1e-12 * high) return { found: true, root: x };
    if (high === Number.POSITIVE_INFINITY) x = newton > x ? Math.min(newton, 10 * x) : 10 * x;
    else if (newton > low && newton < high) x = Math.max(newton, 0.05 * x);
    else x = low > 0 && log(high / low) > 2 ? Math.sqrt(low * high) : low > 0 ? 0.5 * (low + high) : 0.1 * high;
    if (x > 1e30 * guess || x < 1e-30 * guess)
      return { found: false, reason: `no crossing between ${1e-30 * guess} and ${1e30 * guess}.` };
  }
  return { found: false, reason: `no convergence between ${low} and ${high} in 80 steps.` };
}
