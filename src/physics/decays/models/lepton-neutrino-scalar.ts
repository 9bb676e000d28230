import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

const MK = particle('K+').mass;

/**
 * K⁺ → ℓ⁺νX with a scalar X radiated by the charged lepton; products ℓ⁺, ν, X; `hidden`: mass of X in GeV. With
 * s = (p_ℓ + p_X)², t = (p_ν + p_X)²: |M|² ∝ {−s[t(s − m_ℓ²) + (s + m_ℓ²)² − s m_X²] + m_K²[(s + m_ℓ²)² − m_ℓ²m_X²]}
 * /(s − m_ℓ²)². Source: G. Krnjaic et al., Phys. Rev. Lett. 124 (2020) 041802, arXiv:1902.07715.
 */
export function kaonToLeptonNeutrinoScalar(lepton: 'e' | 'mu', hidden: number): DecayModel {
  const m = particle(`${lepton}+`).mass;
  const m2 = m * m;
  const x2 = hidden * hidden;
  return amplitudeModel(
    {
      id: `kaon-${lepton}-neutrino-scalar`,
      title: `K+ -> ${lepton}+ nu X, scalar X from the charged lepton`,
      references: ['G. Krnjaic, G. Marques-Tavares, D. Redigolo, K. Tobioka, arXiv:1902.07715'],
      decays: [`K+ -> ${lepton}+ nu X`],
      normalisation: 'proportional',
    },
    pairedThreeBody([MK, m, 0, hidden], [0, 2]),
    1,
    ([charged, neutrino, x], i) => {
      const s = m2 + x2 + 2 * dotAt(charged, x, i);
      const t = x2 + 2 * dotAt(neutrino, x, i);
      const sum2 = (s + m2) * (s + m2);
      const gap = s - m2;
      return Math.max(0, -s * (t * gap + sum2 - s * x2) + MK * MK * (sum2 - m2 * x2)) / (gap * gap);
    },
  );
}

const entry = (lepton: 'e' | 'mu'): DecayModelEntry => ({
  id: `kaon-${lepton}-neutrino-scalar`,
  decays: [`K+ -> ${lepton}+ nu X`],
  create: (hidden) => kaonToLeptonNeutrinoScalar(lepton, hidden),
});

export default [entry('e'), entry('mu')] as const;
