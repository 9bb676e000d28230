import { pairVelocity } from '../production/kinematics.ts';
import { MASS } from '../production/masses.ts';

/** Charged leptons with the final state of their pairs. */
export const leptonPairs = [
  { state: 'e+ e-', mass: MASS.electron },
  { state: 'mu+ mu-', mass: MASS.muon },
  { state: 'tau+ tau-', mass: MASS.tau },
] as const;

/** Γ(V → ℓℓ) = (g² m/12π)(1 + 2m_ℓ²/m²) β of a vector with the coupling g V_μ ℓ̄γ^μℓ, GeV; 0 when closed. */
export function vectorToLeptons(mass: number, lepton: number, coupling2: number): number {
  const r = lepton / mass;
  return ((coupling2 * mass) / (12 * Math.PI)) * (1 + 2 * r * r) * pairVelocity(mass, lepton);
}

/** Γ(S → ℓℓ) = (y² m/8π) β³ of a scalar with the coupling y S ℓ̄ℓ, GeV. */
export function scalarToLeptons(mass: number, lepton: number, yukawa: number): number {
  const beta = pairVelocity(mass, lepton);
  return ((yukawa * yukawa * mass) / (8 * Math.PI)) * beta * beta * beta;
}

/** Γ(a → ℓℓ) = (y² m/8π) β of a pseudoscalar with the coupling i y a ℓ̄γ⁵ℓ, GeV: one power of β, the scalar has three. */
export function pseudoscalarToLeptons(mass: number, lepton: number, yukawa: number): number {
  return ((yukawa * yukawa * mass) / (8 * Math.PI)) * pairVelocity(mass, lepton);
}
