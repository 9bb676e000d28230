import { SIN2_WEINBERG } from '../production/standard-model.ts';
import { chargedCurrent, pairCurrent, weakWidth } from './weak-phase-space.ts';

/** Width (GeV) of N → ℓ_a ℓ̄_b ν_b by the charged current alone (a ≠ b), U_a = 1; 0 when closed. */
export function toUnlikeLeptons(mass: number, a: number, b: number): number {
  return weakWidth(mass) * chargedCurrent(a / mass, b / mass, 0);
}

/** Width (GeV) of N → ν_α ℓ_β ℓ̄_β: neutral current, and charged current when the flavours are the same; U_α = 1. */
export function toLeptonPair(mass: number, lepton: number, sameFlavour: boolean): number {
  const s2 = SIN2_WEINBERG;
  return weakWidth(mass) * pairCurrent(lepton / mass, s2 + (sameFlavour ? 0.5 : -0.5), s2);
}

/** Width (GeV) of N → 3ν (all flavours), U = 1. */
export function toNeutrinos(mass: number): number {
  return weakWidth(mass);
}
