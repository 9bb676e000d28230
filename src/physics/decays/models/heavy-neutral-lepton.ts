import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { FERMI_CONSTANT, SIN2_WEINBERG } from '../../production/standard-model.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

type Lepton = 'e' | 'mu';
const mass = (lepton: Lepton) => particle(`${lepton}+`).mass;
const references = ['K. Bondarenko, A. Boyarsky, D. Gorbunov, O. Ruchayskiy, JHEP 11 (2018) 032, arXiv:1805.08567'];

/**
 * N → ℓ_a⁻ℓ_b⁺ν (or its conjugate) by the charged current, N unpolarised, |U_a|² = 1, Dirac: mean |M|² =
 * 64G_F²(p_N·p_b)(p_a·p_ν). Products ℓ_a, ℓ_b, ν. `nMass` in GeV above m_a + m_b.
 */
export function heavyNeutralToTwoFlavours(a: Lepton, b: Lepton, nMass: number): DecayModel {
  const strength = 64 * FERMI_CONSTANT * FERMI_CONSTANT;
  return amplitudeModel(
    {
      id: `hnl-to-${a}-${b}`,
      title: `N -> ${a} ${b} nu by the charged current`,
      references,
      decays: [`X -> ${a}- ${b}+ nu`],
      normalisation: 'width',
    },
    pairedThreeBody([nMass, mass(a), mass(b), 0], [0, 2]),
    1,
    ([first, second, neutrino], i) => strength * nMass * second.energy[i] * dotAt(first, neutrino, i),
  );
}

/**
 * N → ν ℓ⁻ℓ⁺, unpolarised, |U|² = 1, Dirac; `charged`: N mixes with the flavour of ℓ, so that the charged current
 * takes part. With g_L = −½ + sin²θ_W (+ 1), g_R = sin²θ_W the mean |M|² is
 * 64G_F²[g_L²(p_N·p₊)(p₋·p_ν) + g_R²(p_N·p₋)(p₊·p_ν) + g_L g_R m_ℓ² p_N·p_ν]. Products ℓ⁻, ℓ⁺, ν.
 */
export function heavyNeutralToPair(lepton: Lepton, charged: boolean, nMass: number): DecayModel {
  const strength = 64 * FERMI_CONSTANT * FERMI_CONSTANT;
  const left = SIN2_WEINBERG - 0.5 + (charged ? 1 : 0);
  const right = SIN2_WEINBERG;
  const m = mass(lepton);
  const mixed = left * right * m * m;
  return amplitudeModel(
    {
      id: `hnl-to-${lepton}-pair-${charged ? 'same' : 'other'}-flavour`,
      title: `N -> nu ${lepton}- ${lepton}+, N of ${charged ? 'the same' : 'another'} flavour`,
      references,
      decays: [`X -> ${lepton}- ${lepton}+ nu`],
      normalisation: 'width',
    },
    pairedThreeBody([nMass, m, m, 0], [0, 1]),
    1,
    ([minus, plus, neutrino], i) => {
      const one = left * left * plus.energy[i] * dotAt(minus, neutrino, i);
      const two = right * right * minus.energy[i] * dotAt(plus, neutrino, i);
      return Math.max(0, strength * nMass * (one + two + mixed * neutrino.energy[i]));
    },
  );
}

const flavours = (a: Lepton, b: Lepton): DecayModelEntry => ({
  id: `hnl-to-${a}-${b}`,
  decays: [`X -> ${a}- ${b}+ nu`],
  create: (nMass) => heavyNeutralToTwoFlavours(a, b, nMass),
});
const pair = (lepton: Lepton, charged: boolean): DecayModelEntry => ({
  id: `hnl-to-${lepton}-pair-${charged ? 'same' : 'other'}-flavour`,
  decays: [`X -> ${lepton}- ${lepton}+ nu`],
  create: (nMass) => heavyNeutralToPair(lepton, charged, nMass),
});

export default [
  flavours('mu', 'e'),
  flavours('e', 'mu'),
  pair('e', true),
  pair('e', false),
  pair('mu', true),
  pair('mu', false),
] as const;
