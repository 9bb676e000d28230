import {
  PION_LEPTON_FORM_FACTOR,
  type PionLeptonFormFactor,
  pionLeptonFormFactor,
} from '../../form-factors/pion-lepton.ts';
import { particle } from '../../particles/particle-table.ts';
import { type CascadeTree, createCascade } from '../../phase-space/cascade.ts';
import { permutedCascade } from '../../phase-space/permuted-cascade.ts';
import { ALPHA } from '../../production/standard-model.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';
import { fourElectronCurrent } from '../four-electron-current.ts';

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const ME = particle('e-').mass;

/** Which of π⁺, e⁺, e⁻, e⁺, e⁻ is [pion, other end of the line, radiating end, radiated pair]: eight diagrams. */
const ROLES = [
  [0, 1, 2, 3, 4],
  [0, 2, 1, 3, 4],
  [0, 3, 2, 1, 4],
  [0, 2, 3, 1, 4],
  [0, 1, 4, 3, 2],
  [0, 4, 1, 3, 2],
  [0, 3, 4, 1, 2],
  [0, 4, 3, 1, 2],
];

/**
 * K⁺ → π⁺e⁺e⁻e⁺e⁻ in the one-photon approximation: K⁺ → π⁺γ* with the form factor W(z) of K⁺ → π⁺e⁺e⁻ and
 * γ* → e⁺e⁻e⁺e⁻ in lowest order (all eight diagrams). The two-photon part, and π⁰ → 4e, are left out.
 * Products π⁺, e⁺, e⁻, e⁺, e⁻. |M|² = (α e²/(4π m_K²))² |W|² Σ|(p_K + p_π)·J|².
 * Source for the total rate: T. Husek, Phys. Rev. D 106 (2022) L071301, arXiv:2207.02234.
 */
export function kaonToPionFourElectrons(parameters: PionLeptonFormFactor = PION_LEPTON_FORM_FACTOR): DecayModel {
  const strength = (ALPHA * ALPHA) / (MK * MK);
  const current = fourElectronCurrent();
  const amplitudes = new Float64Array(32);
  const n = new Float64Array(4);
  const w = new Float64Array(2);
  const electrons: MomentumColumns[] = [];
  // one electron radiates the pair (3 4), which hangs on product 2; the other end of the line is product 1
  const radiated: CascadeTree = {
    pair: [2, { pair: [3, 4], sampling: 'log-mass-squared' }],
    sampling: 'log-mass-squared',
  };
  const cascade = createCascade([MK, MPI, ME, ME, ME, ME], [0, { pair: [1, radiated], sampling: 'mass' }]);
  return amplitudeModel(
    {
      id: 'kaon-pion-four-electron',
      title: 'K+ -> pi+ e+ e- e+ e-, one-photon approximation',
      references: [
        "G. D'Ambrosio, G. Ecker, G. Isidori, J. Portoles, JHEP 08 (1998) 004, hep-ph/9808289",
        'T. Husek, Phys. Rev. D 106 (2022) L071301, arXiv:2207.02234',
      ],
      decays: ['K+ -> pi+ e+ e- e+ e-'],
      normalisation: 'width',
    },
    permutedCascade(cascade, ROLES),
    4,
    (products, i) => {
      const pion = products[0];
      for (let k = 0; k < 4; k++) electrons[k] = products[1 + k];
      n[0] = MK + pion.energy[i];
      n[1] = pion.px[i];
      n[2] = pion.py[i];
      n[3] = pion.pz[i];
      const q2 = MK * MK + MPI * MPI - 2 * MK * pion.energy[i];
      pionLeptonFormFactor(q2 / (MK * MK), parameters, w);
      current(electrons, i, n, amplitudes);
      let sum = 0;
      for (let k = 0; k < 32; k++) sum += amplitudes[k] * amplitudes[k];
      return ((strength * ALPHA * ALPHA) / (MK * MK)) * (w[0] * w[0] + w[1] * w[1]) * sum;
    },
  );
}

export default [
  {
    id: 'kaon-pion-four-electron',
    decays: ['K+ -> pi+ e+ e- e+ e-'],
    // width in GeV by integration of 11 million events (computed)
    create: () => ({ ...kaonToPionFourElectrons(), meanWeight: { value: 3.13215e-27, error: 2.7e-30 } }),
  },
] as const satisfies readonly DecayModelEntry[];
