import { kallen } from '../../production/kinematics.ts';

/** Form factors of q² (GeV²) between two pseudoscalar mesons. */
export interface PseudoscalarFormFactors {
  plus(q2: number): number;
  zero(q2: number): number;
}

/** Form factors of q² (GeV²) between a pseudoscalar and a vector meson, in the convention of Wirbel, Stech and Bauer. */
export interface VectorFormFactors {
  v(q2: number): number;
  a0(q2: number): number;
  a1(q2: number): number;
  a2(q2: number): number;
}

/** Squared helicity amplitudes (GeV²) of a weak current between two mesons: summed over spin 1 of the current, and spin 0. */
export interface HadronicStrength {
  readonly vector: number;
  readonly timelike: number;
}

/** Masses (GeV) of the mesons before and after. */
export interface MesonPair {
  readonly mother: number;
  readonly recoil: number;
}

/** ⟨P′|J|P⟩ at q² > 0: |H₀|² = λ f₊²/q² and |H_t|² = (M² − m²)² f₀²/q². */
export function pseudoscalarStrength(
  { mother, recoil }: MesonPair,
  form: PseudoscalarFormFactors,
  q2: number,
): HadronicStrength {
  const plus = form.plus(q2);
  const zero = (mother * mother - recoil * recoil) * form.zero(q2);
  const lambda = Math.max(0, kallen(mother * mother, recoil * recoil, q2));
  return { vector: (lambda * plus * plus) / q2, timelike: (zero * zero) / q2 };
}

/**
 * ⟨V|J|P⟩ at q² > 0: H± = (M + m)A₁ ∓ √λ V/(M + m), H₀ = [(M² − m² − q²)(M + m)A₁ − λA₂/(M + m)]/(2m√q²),
 * H_t = √(λ/q²) A₀ (Körner and Schuler, Z. Phys. C 46 (1990) 93).
 */
export function vectorStrength({ mother, recoil }: MesonPair, form: VectorFormFactors, q2: number): HadronicStrength {
  const sum = mother + recoil;
  const lambda = Math.max(0, kallen(mother * mother, recoil * recoil, q2));
  const axial = sum * form.a1(q2);
  const vector = (Math.sqrt(lambda) * form.v(q2)) / sum;
  const a0 = form.a0(q2);
  const along = ((mother * mother - recoil * recoil - q2) * axial - (lambda * form.a2(q2)) / sum) / (2 * recoil);
  return { vector: 2 * (axial * axial + vector * vector) + (along * along) / q2, timelike: (lambda * a0 * a0) / q2 };
}
