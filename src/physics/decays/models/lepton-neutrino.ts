import { particle } from '../../particles/particle-table.ts';
import { flatPhaseSpace } from '../../phase-space/flat.ts';
import { CKM, DECAY_CONSTANT, FERMI_CONSTANT } from '../../production/standard-model.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

interface Meson {
  readonly name: 'K+' | 'pi+';
  readonly id: string;
  /** f·|V| in GeV. */
  readonly strength: number;
}
const mesons: readonly Meson[] = [
  { name: 'K+', id: 'kaon', strength: DECAY_CONSTANT.kaon * CKM.us },
  { name: 'pi+', id: 'pion', strength: DECAY_CONSTANT.pion * CKM.ud },
];

/**
 * P⁺ → ℓ⁺ν of a pseudoscalar, isotropic; products ℓ⁺, ν. |M|² = 2G_F²f²|V|² m_ℓ²(m_P² − m_ℓ²), without radiative
 * corrections, so Γ = G_F²f²|V|² m_P m_ℓ²(1 − m_ℓ²/m_P²)²/(8π). Particle Data Group, review of leptonic decays.
 */
export function mesonToLeptonNeutrino(meson: Meson, lepton: 'e' | 'mu'): DecayModel {
  const M = particle(meson.name).mass;
  const m = particle(`${lepton}+`).mass;
  const g = FERMI_CONSTANT * meson.strength;
  const squared = 2 * g * g * m * m * (M * M - m * m);
  return amplitudeModel(
    {
      id: `${meson.id}-${lepton}-neutrino`,
      title: `${meson.name} -> ${lepton}+ nu`,
      references: ['Particle Data Group, Phys. Rev. D 110 (2024) 030001'],
      decays: [`${meson.name} -> ${lepton}+ nu`],
      normalisation: 'width',
    },
    flatPhaseSpace([M, m, 0]),
    1,
    () => squared,
    squared,
  );
}

const entry = (meson: Meson, lepton: 'e' | 'mu'): DecayModelEntry => ({
  id: `${meson.id}-${lepton}-neutrino`,
  decays: [`${meson.name} -> ${lepton}+ nu`],
  create: () => mesonToLeptonNeutrino(meson, lepton),
});

export default mesons.flatMap((meson) => [entry(meson, 'mu'), entry(meson, 'e')]);
