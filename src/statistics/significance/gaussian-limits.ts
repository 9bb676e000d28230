import { normalQuantile } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { requireNonNegative } from '../counting/background/background-model.ts';
import { checkLevel } from '../counting/counting-model.ts';

/** Limits on the size of a quantity measured as zero, by the two conventions in use. */
export interface GaussianLimits {
  readonly level: number;
  /** One-sided quantile Φ⁻¹(level)·σ: what NA62 quotes for |A_FB| at 90 % (1.28 σ). */
  readonly oneSided: number;
  /** Half width of the central interval, Φ⁻¹((1 + level)/2)·σ (1.64 σ at 90 %). */
  readonly central: number;
}

/**
 * |x| < limit for a Gaussian measurement 0 ± σ, one-sided and central; for a value other than 0, |value| is added.
 * InvalidInput unless σ ≥ 0 and 0 < level < 1.
 */
export function gaussianLimits(value: number, sigma: number, level = 0.9): GaussianLimits {
  if (!Number.isFinite(value)) throw new InvalidInput('value', `found ${String(value)}, needs a finite number.`);
  requireNonNegative(sigma, 'sigma');
  checkLevel(level);
  return {
    level,
    oneSided: Math.abs(value) - sigma * normalQuantile(1 - level),
    central: Math.abs(value) - sigma * normalQuantile(0.5 * (1 - level)),
  };
}
