import { type Fact, fact } from '../../units/index.ts';
import { particle } from '../particles/particle-table.ts';

/** Slopes of f₊(t) = 1 + λ′ t/m_π² + ½ λ″ (t/m_π²)² and f₀(t) = 1 + λ₀ t/m_π², m_π the charged pion's mass. */
export interface KaonPionSlopes {
  readonly linear: number;
  readonly quadratic: number;
  readonly scalar: number;
}

/** Slopes of f₊ (quadratic) and f₀ (linear) used for K → πℓν and, scaled, for K → πνν̄. */
export const KAON_PION_SLOPES: Fact<KaonPionSlopes> = fact(
  { linear: 0.0252, quadratic: 0.0016, scalar: 0.016 },
  'recalled',
  'Particle Data Group, K±ℓ3 form factors (quadratic, with the factor ½)',
);

/** Isospin factor by which the slopes of K → πνν̄ differ from those of Ke3. */
export const NEUTRAL_CURRENT_SLOPE_FACTOR: Fact = fact(
  0.99,
  'code',
  'NA62 simulation of 2019, after F. Mescia, C. Smith, Phys. Rev. D 76 (2007) 034017, arXiv:0705.2025',
);

const SCALE = 1 / (particle('pi+').mass * particle('pi+').mass);

/** Vector form factor f₊(t)/f₊(0), t in GeV². */
export function vectorFormFactor(t: number, { linear, quadratic }: KaonPionSlopes): number {
  const x = t * SCALE;
  return 1 + x * (linear + 0.5 * quadratic * x);
}

/** Scalar form factor f₀(t)/f₊(0), t in GeV². */
export function scalarFormFactor(t: number, { scalar }: KaonPionSlopes): number {
  return 1 + scalar * t * SCALE;
}
