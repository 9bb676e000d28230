import { InvalidInput } from '../../schema/index.ts';

/**
 * The factor β on the total expectation f of one bin that maximises Pois(n | βf)·N(β | 1, δ), δ = σ/f: the positive
 * root of β² + (fδ² − 1)β − nδ² = 0. One such factor per bin stands for the limited statistics of all templates.
 * f > 0 and σ ≥ 0; σ = 0 gives β = 1; n = 0 gives max(0, 1 − σ²/f).
 * Throws InvalidInput for other input. Source: Conway, arXiv:1103.0354, after Barlow and Beeston.
 */
export function beestonBarlowLiteFactor(observed: number, expected: number, error: number): number {
  if (!(expected > 0) || !(error >= 0) || !(observed >= 0) || !Number.isFinite(observed + expected + error)) {
    throw new InvalidInput('template', `n = ${observed}, f = ${expected}, σ = ${error}: n, σ ≥ 0 and f > 0 are needed`);
  }
  return liteFactor(observed, expected, error * error);
}

/** The same without checks, taking the variance σ²; for loops that checked their input. */
export function liteFactor(observed: number, expected: number, variance: number): number {
  if (variance === 0) return 1;
  const relative = variance / (expected * expected);
  const half = 0.5 * (1 - variance / expected);
  const product = observed * relative;
  const root = Math.sqrt(half * half + product);
  // Of the two equal forms of the positive root the one without cancellation.
  return half >= 0 ? half + root : product / (root - half);
}
