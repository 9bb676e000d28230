import { integrateFixed } from '../../../math/quadrature.ts';
import { HBAR_C } from '../../../units/index.ts';
import type { HadronicStrength } from '../../form-factors/heavy-mesons/helicities.ts';
import { kallen } from '../kinematics.ts';
import { FERMI_CONSTANT } from '../standard-model.ts';

const G2 = FERMI_CONSTANT * FERMI_CONSTANT;

/** A meson that decays: mass (GeV) and cτ (m). */
export interface DecayingMeson {
  readonly mass: number;
  readonly ctau: number;
}

/** Branching fraction of a charged meson H → ℓN with |U| = 1; `fV` is f_H |V| in GeV (f_π = 130 MeV convention). */
export function leptonicFraction({ mass: m, ctau }: DecayingMeson, fV: number, lepton: number, mass: number): number {
  if (lepton + mass >= m) return 0;
  const l = (lepton / m) * (lepton / m);
  const n = (mass / m) * (mass / m);
  const helicity = l + n - (n - l) * (n - l);
  const width = ((G2 * fV * fV * m * m * m) / (8 * Math.PI)) * helicity * Math.sqrt(Math.max(0, kallen(1, l, n)));
  return (width * ctau) / HBAR_C;
}

/** A decay H → h ℓ N of a heavy meson. */
export interface SemileptonicDecay {
  readonly mother: DecayingMeson;
  /** Mass of h, GeV. */
  readonly recoil: number;
  /** |V|² times the square of an isospin factor (½ for π⁰, ρ⁰). */
  readonly strength: number;
  /** Squared helicity amplitudes at q² (GeV²). */
  hadron(q2: number): HadronicStrength;
}

/**
 * dΓ/dq² (GeV⁻¹) of H → h ℓ N with |U| = 1, both leptons massive: the hadronic strengths times the leptonic tensor
 * integrated over its phase space, of which spin 1 takes 2q² − m₁² − m₂² − (m₁² − m₂²)²/q² and spin 0
 * m₁² + m₂² − (m₁² − m₂²)²/q². 0 outside (m_ℓ + m_N)² < q² < (M − m)².
 */
export function semileptonicRate(decay: SemileptonicDecay, lepton: number, mass: number, q2: number): number {
  const m = decay.mother.mass;
  const hadron = kallen(m * m, decay.recoil * decay.recoil, q2);
  const leptons = kallen(q2, lepton * lepton, mass * mass);
  if (!(hadron > 0 && leptons > 0)) return 0;
  const sum = lepton * lepton + mass * mass;
  const difference = lepton * lepton - mass * mass;
  const over = (difference * difference) / q2;
  const { vector, timelike } = decay.hadron(q2);
  const pi3 = Math.PI * Math.PI * Math.PI;
  // 1/2M · 1/2π · Φ₂(h, q) · Φ₂(ℓ, N) · G²/2 · 4, with Φ₂ = √λ/8πs.
  const scale = (G2 * decay.strength * Math.sqrt(hadron) * Math.sqrt(leptons)) / (128 * pi3 * m * m * m * q2);
  return scale * ((vector * (2 * q2 - sum - over)) / 3 + timelike * (sum - over));
}

/** Branching fraction of H → h ℓ N with |U| = 1; 0 when closed. */
export function semileptonicFraction(decay: SemileptonicDecay, lepton: number, mass: number): number {
  const { mass: m, ctau } = decay.mother;
  const from = (lepton + mass) * (lepton + mass);
  const to = (m - decay.recoil) * (m - decay.recoil);
  if (!(m > decay.recoil + lepton + mass)) return 0;
  const width = integrateFixed(
    (u) =>
      semileptonicRate(decay, lepton, mass, from + (to - from) * u * u * (3 - 2 * u)) * (to - from) * 6 * u * (1 - u),
    0,
    1,
    64,
  );
  return (width * ctau) / HBAR_C;
}
