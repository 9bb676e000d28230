import { exp, expm1, log, log1p } from '../elementary.ts';
import { halfDeviance } from './deviance.ts';
import { requireDomain } from './domain.ts';
import { gammaTail, isTailUniform, logGammaTail } from './gamma-tail.ts';
import { logGamma, logGamma1p, stirlingError } from './log-gamma.ts';
import { normalQuantile } from './normal.ts';

const TWO_PI = 2 * Math.PI;
const EPSILON = 1.1e-16;

/** x^a e^(−x)/Γ(a + 1) for a > 0, x > 0 (Loader 2000). */
export function gammaPrefactor(a: number, x: number): number {
  if (a < 1e-8) return exp(a * log(x) - x);
  return exp(-stirlingError(a) - halfDeviance(a, x)) / Math.sqrt(TWO_PI * a);
}

function lowerSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 100_000; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < EPSILON * sum * 0.1) break;
  }
  return gammaPrefactor(a, x) * sum;
}

function upperFraction(a: number, x: number): number {
  return gammaPrefactor(a, x) * a * fractionOf(a, x);
}

function upperFractionLog(a: number, x: number): number {
  const prefactor = -stirlingError(a) - halfDeviance(a, x) - 0.5 * log(TWO_PI * a);
  return prefactor + log(a * fractionOf(a, x));
}

/** Q(a, x) Γ(a) x^(−a) e^x by Lentz's method. */
function fractionOf(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = b + an / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < EPSILON * 2) break;
  }
  return h;
}

/** Q(a, x) for a < 1 and x < 1.5 without subtracting from 1. */
function upperSmall(a: number, x: number): number {
  const scaled = a * log(x) - (a < 0.5 ? logGamma1p(a) : logGamma(1 + a));
  let sum = 0;
  let term = 1;
  for (let k = 1; k < 60; k++) {
    term *= -x / k;
    const next = sum + term / (a + k);
    if (next === sum) break;
    sum = next;
  }
  return -expm1(scaled) - exp(scaled) * a * sum;
}

function requireGamma(name: string, a: number, x: number): void {
  // The sentence is made only when it is needed: these functions are called in hot loops.
  if (!(a > 0 && a < Number.POSITIVE_INFINITY && x >= 0))
    requireDomain(false, name, 'a > 0 and x ≥ 0', `a = ${a}, x = ${x}`);
}

/**
 * Regularised lower incomplete gamma function P(a, x) = γ(a, x)/Γ(a), a > 0, x ≥ 0: about 1e-14 relative, also where
 * it is tiny. For integer a it is the Poisson probability P(N ≥ a | x). RangeError outside the domain.
 */
export function gammaP(a: number, x: number): number {
  requireGamma('gammaP', a, x);
  if (x === 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  if (a < 1 && x < 1.5) return lowerSeries(a, x);
  if (isTailUniform(a, x)) return x < a ? gammaTail(a, x) : 1 - gammaTail(a, x);
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), with its own relative precision in the tail. For
 * integer n, Q(n + 1, μ) is the Poisson probability P(N ≤ n | μ). RangeError outside the domain.
 */
export function gammaQ(a: number, x: number): number {
  requireGamma('gammaQ', a, x);
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (a < 1 && x < 1.5) return upperSmall(a, x);
  if (isTailUniform(a, x)) return x < a ? 1 - gammaTail(a, x) : gammaTail(a, x);
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** ln Q(a, x), finite however small Q is (x up to about 1e300). RangeError outside the domain. */
export function logGammaQ(a: number, x: number): number {
  requireGamma('logGammaQ', a, x);
  if (isTailUniform(a, x)) return x < a ? log1p(-gammaTail(a, x)) : logGammaTail(a, x);
  const q = x < a + 40 * Math.sqrt(a) + 40 ? gammaQ(a, x) : 0;
  // So far in the tail that the fraction converges in a few terms.
  return q > 1e-280 ? log(q) : upperFractionLog(a, x);
}

/** ln P(a, x), x > 0, finite however small P is. RangeError outside the domain and for x = 0. */
export function logGammaP(a: number, x: number): number {
  requireGamma('logGammaP', a, x);
  requireDomain(x > 0, 'logGammaP', 'x > 0', x);
  if (isTailUniform(a, x)) return x < a ? logGammaTail(a, x) : log1p(-gammaTail(a, x));
  const p = gammaP(a, x);
  if (p > 1e-280) return log(p);
  // P = x^a e^(−x)/Γ(a + 1) · (1 + x/(a + 1) + …), and x is far below a.
  let sum = 1;
  for (let k = 1, term = 1; term > EPSILON * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return log(sum) + a * log(x) - x - logGamma(a + 1);
}

/** The x with P(a, x) = p, 0 ≤ p ≤ 1 (0 and +∞ at the ends). RangeError outside the domain. */
export function gammaPInverse(a: number, p: number): number {
  requireDomain(p >= 0 && p <= 1, 'gammaPInverse', '0 ≤ p ≤ 1', p);
  requireGamma('gammaPInverse', a, 0);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  return invert(a, p, 1 - p);
}

/** The x with Q(a, x) = q, 0 ≤ q ≤ 1: keeps its precision for tiny q. RangeError outside the domain. */
export function gammaQInverse(a: number, q: number): number {
  requireDomain(q >= 0 && q <= 1, 'gammaQInverse', '0 ≤ q ≤ 1', q);
  requireGamma('gammaQInverse', a, 0);
  if (q === 1) return 0;
  if (q === 0) return Number.POSITIVE_INFINITY;
  return invert(a, 1 - q, q);
}

/** Newton's method on the logarithm of the smaller tail, as a function of ln x, kept inside a shrinking bracket. */
function invert(a: number, p: number, q: number): number {
  const lower = p <= q;
  const target = lower ? p : q;
  let x = start(a, p, q);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 200; i++) {
    const tail = lower ? gammaP(a, x) : gammaQ(a, x);
    if (tail === target) return x;
    if (tail < target === lower) low = x;
    else high = x;
    // d ln(tail)/d ln x = ± x f(x)/tail, with x f(x) = a · prefactor.
    const slope = (gammaPrefactor(a, x) * a) / tail;
    let next = x * exp((lower ? 1 : -1) * (log(target / tail) / slope));
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * x : 0.5 * (low + high);
    if (Math.abs(next - x) <= 2.3e-16 * x || next === 0) return next;
    x = next;
  }
  return x;
}

/** Wilson and Hilferty's cube (1931), or the leading power of x where that is no longer positive. */
function start(a: number, p: number, q: number): number {
  const z = p <= q ? normalQuantile(p) : -normalQuantile(q);
  const c = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  if (c > 0.3) return a * c * c * c;
  const leading = exp((log(p) + logGamma(a + 1)) / a);
  return leading > 0 ? leading : 1e-300;
}
