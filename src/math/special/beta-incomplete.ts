import { exp } from '../elementary.ts';
import { halfDeviance } from './deviance.ts';
import { requireDomain } from './domain.ts';
import { stirlingError } from './log-gamma.ts';

const TWO_PI = 2 * Math.PI;

/** x^a y^b/(a B(a, b)) with y = 1 − x, by the deviance form of the binomial probability (Loader 2000). */
function prefactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const logarithm =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - halfDeviance(a, n * x) - halfDeviance(b, n * y);
  return exp(logarithm) * Math.sqrt(b / (TWO_PI * a * n));
}

/** Lentz's evaluation of the continued fraction of I_x(a, b); converges fast for x < (a + 1)/(a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < 1e-300) d = 1e-300;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const m2 = 2 * m;
    const even = (m * (b - m) * x) / ((a + m2 - 1) * (a + m2));
    d = 1 + even * d;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = 1 + even / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + m2) * (a + m2 + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = 1 + odd / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 2.3e-16) break;
  }
  return h;
}

/**
 * Regularised incomplete beta function I_x(a, b), a, b > 0, 0 ≤ x ≤ 1: about 1e-14 relative, also where it is tiny.
 * The binomial tail P(K ≥ k | n, x) is I_x(k, n − k + 1). RangeError outside the domain.
 */
export function betaIncomplete(a: number, b: number, x: number): number {
  requireDomain(
    a > 0 && b > 0 && Number.isFinite(a + b) && x >= 0 && x <= 1,
    'betaIncomplete',
    'a, b > 0 and 0 ≤ x ≤ 1',
    `a = ${a}, b = ${b}, x = ${x}`,
  );
  if (x === 0 || x === 1) return x;
  const y = 1 - x;
  if (x < (a + 1) / (a + b + 2)) return prefactor(a, b, x, y) * fraction(a, b, x);
  return 1 - prefactor(b, a, y, x) * fraction(b, a, y);
}
