import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { FERMI_CONSTANT } from '../../production/standard-model.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

const MMU = particle('mu+').mass;
const ME = particle('e+').mass;

/**
 * μ⁺ → e⁺ν_e ν̄_μ of an unpolarised muon, products in this order: mean |M|² = 64G_F²(p_μ·p_νe)(p_e·p_νμ).
 * Source: L. Michel, Proc. Phys. Soc. A 63 (1950) 514, for V − A.
 */
export function muonDecay(): DecayModel {
  const strength = 64 * FERMI_CONSTANT * FERMI_CONSTANT * MMU;
  // E_νe·(p_e·p_νμ) = E_νe·(m_μ² − m_e² − 2m_μE_νe)/2 is greatest half-way to the end of E_νe.
  const free = MMU * MMU - ME * ME;
  return amplitudeModel(
    {
      id: 'muon-decay',
      title: 'mu+ -> e+ nu nubar, unpolarised',
      references: ['L. Michel, Proc. Phys. Soc. A 63 (1950) 514'],
      decays: ['mu+ -> e+ nu nu'],
      normalisation: 'width',
    },
    pairedThreeBody([MMU, ME, 0, 0], [0, 2]),
    1,
    ([positron, electronNeutrino, muonNeutrino], i) =>
      strength * electronNeutrino.energy[i] * dotAt(positron, muonNeutrino, i),
    (strength * free * free) / (16 * MMU),
  );
}

export default [
  { id: 'muon-decay', decays: ['mu+ -> e+ nu nu'], create: muonDecay },
] as const satisfies readonly DecayModelEntry[];
