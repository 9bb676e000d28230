/** A number with one standard deviation. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * Fraction of a weighted sample that passes, with its binomial error for weights:
 * ε = W₁/W, σ² = [(1 − 2ε) Σ₁w² + ε² Σw²]/W². Zero with zero error for an empty sample.
 */
export function weightedFraction(
  passed: { readonly weight: number; readonly squares: number },
  all: { readonly weight: number; readonly squares: number },
): Estimate {
  if (all.weight === 0) return { value: 0, error: 0 };
  const value = passed.weight / all.weight;
  const variance = (1 - 2 * value) * passed.squares + value * value * all.squares;
  return { value, error: Math.sqrt(Math.max(0, variance)) / all.weight };
}

/** a/b of independent estimates with linear error propagation; `b.value` must not be 0. */
export function quotient(a: Estimate, b: Estimate): Estimate {
  const value = a.value / b.value;
  const relative = b.error / b.value;
  const own = a.error / b.value;
  return { value, error: Math.sqrt(own * own + value * value * relative * relative) };
}
