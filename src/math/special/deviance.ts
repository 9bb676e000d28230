import { log } from '../elementary.ts';
import { requireDomain } from './domain.ts';

/**
 * x ln(x/m) + m − x, half the Poisson deviance of a count x with mean m, without the cancellation near x = m. x ≥ 0,
 * m > 0 (m = 0 gives +∞ unless x = 0). Zero at x = m. After Loader (2000).
 */
export function halfDeviance(x: number, m: number): number {
  if (!(x >= 0 && m >= 0)) requireDomain(false, 'halfDeviance', 'x ≥ 0 and m ≥ 0', `x = ${x}, m = ${m}`);
  if (x === 0) return m;
  if (m === 0) return Number.POSITIVE_INFINITY;
  return halfDevianceApart(x, m, x - m);
}

/** The same for x, m > 0 whose difference d = x − m is known better than the rounded x and m give it. */
export function halfDevianceApart(x: number, m: number, d: number): number {
  if (Math.abs(d) >= 0.4 * (x + m)) return x * log(x / m) - d;
  const v = d / (x + m);
  let sum = d * v;
  let power = 2 * x * v;
  const v2 = v * v;
  for (let j = 1; j < 200; j++) {
    power *= v2;
    const next = sum + power / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
