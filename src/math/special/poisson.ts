import { exp } from '../elementary.ts';
import { halfDeviance } from './deviance.ts';
import { requireDomain } from './domain.ts';
import { gammaP, gammaQ } from './gamma-incomplete.ts';
import { stirlingError } from './log-gamma.ts';
import { normalQuantile } from './normal.ts';

const TWO_PI = 2 * Math.PI;

function requirePoisson(name: string, n: number, mean: number): void {
  requireDomain(
    n >= 0 && Number.isInteger(n) && mean >= 0 && Number.isFinite(mean),
    name,
    'a whole n ≥ 0 and a finite mean ≥ 0',
    `n = ${n}, mean = ${mean}`,
  );
}

/** P(N = n | mean) for whole n ≥ 0, mean ≥ 0 (mean 0: all probability at n = 0). RangeError outside the domain. */
export function poissonPmf(n: number, mean: number): number {
  requirePoisson('poissonPmf', n, mean);
  if (n === 0) return exp(-mean);
  if (mean === 0) return 0;
  if (n <= 12 && mean < 600) {
    let p = exp(-mean);
    for (let k = 1; k <= n; k++) p *= mean / k;
    return p;
  }
  return exp(-stirlingError(n) - halfDeviance(n, mean)) / Math.sqrt(TWO_PI * n);
}

/** P(N ≤ n | mean), with full relative precision where it is tiny; 0 for n < 0. RangeError outside the domain. */
export function poissonCdf(n: number, mean: number): number {
  if (n < 0) return 0;
  requirePoisson('poissonCdf', n, mean);
  if (n <= 24 && mean < 600) {
    let term = 1;
    let sum = 1;
    for (let k = 1; k <= n; k++) {
      term *= mean / k;
      sum += term;
    }
    return Math.min(1, exp(-mean) * sum);
  }
  return mean === 0 ? 1 : gammaQ(n + 1, mean);
}

/** P(N ≥ n | mean), with full relative precision where it is tiny; 1 for n ≤ 0. RangeError outside the domain. */
export function poissonAtLeast(n: number, mean: number): number {
  if (n <= 0) return 1;
  requirePoisson('poissonAtLeast', n, mean);
  return mean === 0 ? 0 : gammaP(n, mean);
}

/** The smallest n with P(N ≤ n | mean) ≥ p, 0 ≤ p < 1. RangeError outside the domain. */
export function poissonQuantile(p: number, mean: number): number {
  requireDomain(p >= 0 && p < 1, 'poissonQuantile', '0 ≤ p < 1', p);
  requirePoisson('poissonQuantile', 0, mean);
  if (p === 0 || mean === 0) return 0;
  const z = normalQuantile(p);
  let n = mean < 30 ? 0 : Math.max(0, Math.floor(mean + z * Math.sqrt(mean) + (z * z - 1) / 6));
  while (n > 0 && poissonCdf(n - 1, mean) >= p) n -= 1;
  while (poissonCdf(n, mean) < p) n += 1;
  return n;
}
