import { log, log1p } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import { requireNonNegative } from '../counting/background/background-model.ts';

/**
 * Z = √q₀ of one counting experiment with n events over a background b ± σ that a side measurement of (b/σ)² events
 * constrains (Li and Ma 1983; Cousins, Linnemann, Tucker, physics/0702156); σ = 0: √(2[n ln(n/b) − n + b]). One-sided,
 * valid for large counts only; 0 when n ≤ b. n may be an expected (Asimov) count. InvalidInput unless n ≥ 0, b > 0.
 */
export function asymptoticSignificance(n: number, b: number, sigma = 0): number {
  requireNonNegative(n, 'n');
  requireNonNegative(sigma, 'sigma');
  if (!(Number.isFinite(b) && b > 0)) throw new InvalidInput('b', `found ${String(b)}, needs a finite number above 0.`);
  if (n <= b) return 0;
  if (sigma === 0) return Math.sqrt(Math.max(0, 2 * (n * log(n / b) - (n - b))));
  const v = sigma * sigma;
  const half = n * log((n * (b + v)) / (b * b + n * v)) - ((b * b) / v) * log1p((v * (n - b)) / (b * (b + v)));
  return Math.sqrt(Math.max(0, 2 * half));
}
