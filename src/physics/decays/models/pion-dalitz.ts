import { fact, HBAR_C } from '../../../units/index.ts';
import { branchingFraction } from '../../particles/branching-fractions.ts';
import { particle } from '../../particles/particle-table.ts';
import { createCascade } from '../../phase-space/cascade.ts';
import { ALPHA } from '../../production/standard-model.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

const MPI0 = particle('pi0').mass;
const ME = particle('e-').mass;

/** Slope of the π⁰ transition form factor, f(x) = 1 + a·x. */
export const PION_TRANSITION_SLOPE = fact(0.0335, 'published', 'Particle Data Group, Phys. Rev. D 110 (2024) 030001');

/** Γ(π⁰ → γγ) in GeV. */
export const PION_TWO_PHOTON_WIDTH = (HBAR_C / particle('pi0').ctau) * branchingFraction('pi0 -> gamma gamma').value;

/**
 * π⁰ → e⁺e⁻γ at leading order with slope a; products e⁺, e⁻, γ. With x = m²_ee/m², y = 2P·(k₊ − k₋)/(m²(1 − x)),
 * ρ = 4m_e²/m²: d²Γ/dx dy = Γ_γγ · α/(4π) · (1 − x)³/x · (1 + y² + ρ/x)(1 + a x)². Radiative corrections left out.
 * Source: N. Kroll, W. Wada, Phys. Rev. 98 (1955) 1355.
 */
export function pionDalitz(slope: number = PION_TRANSITION_SLOPE.value): DecayModel {
  const m2 = MPI0 * MPI0;
  const rho = (4 * ME * ME) / m2;
  const strength = (128 * Math.PI * Math.PI * ALPHA * PION_TWO_PHOTON_WIDTH) / MPI0;
  return amplitudeModel(
    {
      id: 'pion-dalitz',
      title: 'pi0 -> e+ e- gamma (Kroll-Wada)',
      references: ['N. Kroll, W. Wada, Phys. Rev. 98 (1955) 1355', 'T. Husek et al., arXiv:1504.06178'],
      decays: ['pi0 -> e+ e- gamma'],
      normalisation: 'width',
    },
    createCascade([MPI0, ME, ME, 0], [2, { pair: [0, 1], sampling: 'log-mass-squared' }]),
    1,
    (products, i) => {
      const x = (2 * ME * ME + 2 * dotAt(products[0], products[1], i)) / m2;
      const y = (2 * (products[0].energy[i] - products[1].energy[i])) / (MPI0 * (1 - x));
      const f = 1 + slope * x;
      return (strength * f * f * (1 - x) * (1 - x) * (1 + y * y + rho / x)) / x;
    },
  );
}

export default [
  { id: 'pion-dalitz', decays: ['pi0 -> e+ e- gamma'], create: () => pionDalitz() },
] as const satisfies readonly DecayModelEntry[];
