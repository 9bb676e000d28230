import { particle } from '../../particles/particle-table.ts';
import { createCascade } from '../../phase-space/cascade.ts';
import { ALPHA } from '../../production/standard-model.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';
import { kaonLeptonCurrent } from '../kaon-lepton-current.ts';
import { newCurrent } from '../spinors/spinor.ts';

const MK = particle('K+').mass;

/**
 * K⁺ → ℓ⁺νγ at O(p⁴): inner bremsstrahlung and structure-dependent emission (V₁, A₁), for photon energies above
 * `softest` GeV in the kaon's rest frame. Products ℓ⁺, ν, γ. |M|² = −e² Σ J·J*.
 * Source: J. Bijnens, G. Ecker, J. Gasser, Nucl. Phys. B 396 (1993) 81, hep-ph/9209261, section 3.
 */
export function kaonToLeptonNeutrinoPhoton(lepton: 'e' | 'mu', softest: number): DecayModel {
  const m = particle(`${lepton}+`).mass;
  const current = kaonLeptonCurrent(m);
  const currents = [newCurrent(), newCurrent()] as const;
  const q = new Float64Array(4);
  const e2 = 4 * Math.PI * ALPHA;
  return amplitudeModel(
    {
      id: `kaon-${lepton}-neutrino-photon`,
      title: `K+ -> ${lepton}+ nu gamma at O(p4)`,
      references: ['J. Bijnens, G. Ecker, J. Gasser, Nucl. Phys. B 396 (1993) 81, hep-ph/9209261'],
      decays: [`K+ -> ${lepton}+ nu gamma`],
      normalisation: 'width',
      region: `E(gamma) > ${Math.round(softest * 1e3)} MeV`,
    },
    // the photon goes along with an electron, but not with a muon
    lepton === 'e'
      ? createCascade([MK, m, 0, 0], [1, { pair: [0, 2], sampling: 'log-mass-squared' }])
      : createCascade([MK, m, 0, 0], [2, { pair: [0, 1], sampling: 'log-sibling-energy', softest }]),
    1,
    ([charged, neutrino, photon], i) => {
      if (photon.energy[i] < softest) return 0;
      q[0] = photon.energy[i];
      q[1] = photon.px[i];
      q[2] = photon.py[i];
      q[3] = photon.pz[i];
      current(charged, neutrino, q, 0, i, currents);
      let sum = 0;
      for (const j of currents) for (let k = 0; k < 8; k++) sum += (k < 2 ? -1 : 1) * j[k] * j[k];
      return e2 * Math.max(0, sum);
    },
  );
}

const entry = (lepton: 'e' | 'mu'): DecayModelEntry => ({
  id: `kaon-${lepton}-neutrino-photon`,
  decays: [`K+ -> ${lepton}+ nu gamma`],
  create: () => kaonToLeptonNeutrinoPhoton(lepton, 0.01),
});

export default [entry('mu'), entry('e')] as const;
