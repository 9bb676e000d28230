import { fact } from '../../../units/index.ts';
import {
  KAON_PION_SLOPES,
  type KaonPionSlopes,
  scalarFormFactor,
  vectorFormFactor,
} from '../../form-factors/kaon-pion-current.ts';
import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { FERMI_CONSTANT } from '../../production/standard-model.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

const MK = particle('K+').mass;
const MPI = particle('pi0').mass;

/** |V_us f₊(0)|, the short-distance factor S_EW and the isospin correction δ of K⁺. */
export const KAON_PION_STRENGTH = fact(
  { vusF: 0.21635, shortDistance: 1.0232, isospin: 0.0252 },
  'recalled',
  'FlaviaNet, Eur. Phys. J. C 69 (2010) 399, arXiv:1005.2323',
);

/**
 * Dalitz density ρ = f₊²[A + Bξ + Cξ²], ξ = f₋/f₊, in the kaon's rest frame (energies in GeV), such that
 * dΓ = G_F²|V_us f₊(0)|² ρ dE_ℓ dE_π / (8π³) times corrections.
 */
export function kl3Density(pionEnergy: number, leptonEnergy: number, lepton: number, slopes: KaonPionSlopes): number {
  const l2 = lepton * lepton;
  const highest = (MK * MK + MPI * MPI - l2) / (2 * MK);
  const below = highest - pionEnergy;
  const neutrino = MK - pionEnergy - leptonEnergy;
  const a = MK * (2 * leptonEnergy * neutrino - MK * below) + l2 * (0.25 * below - neutrino);
  const b = l2 * (neutrino - 0.5 * below);
  const c = 0.25 * l2 * below;
  const t = MK * MK + MPI * MPI - 2 * MK * pionEnergy;
  const plus = vectorFormFactor(t, slopes);
  const minus = ((scalarFormFactor(t, slopes) - plus) * (MK * MK - MPI * MPI)) / t;
  return plus * plus * a + plus * minus * b + minus * minus * c;
}

/** K⁺ → π⁰ℓ⁺ν with vector and scalar form factors; products π⁰, ℓ⁺, ν. |M|² = 8 m_K G_F² |V_us f₊|² S_EW (1+δ)² ρ. */
export function kaonToPionLeptonNeutrino(
  lepton: 'e' | 'mu',
  slopes: KaonPionSlopes = KAON_PION_SLOPES.value,
): DecayModel {
  const m = particle(`${lepton}+`).mass;
  const { vusF, shortDistance, isospin } = KAON_PION_STRENGTH.value;
  const g = FERMI_CONSTANT * vusF * (1 + isospin);
  const strength = 8 * MK * g * g * shortDistance;
  return amplitudeModel(
    {
      id: `kaon-pion-${lepton}-neutrino`,
      title: `K+ -> pi0 ${lepton}+ nu with vector and scalar form factors`,
      references: ['FlaviaNet, Eur. Phys. J. C 69 (2010) 399, arXiv:1005.2323'],
      decays: [`K+ -> pi0 ${lepton}+ nu`],
      normalisation: 'width',
    },
    pairedThreeBody([MK, MPI, m, 0], [1, 2]),
    1,
    (products, i) => strength * Math.max(0, kl3Density(products[0].energy[i], products[1].energy[i], m, slopes)),
  );
}

const entry = (lepton: 'e' | 'mu'): DecayModelEntry => ({
  id: `kaon-pion-${lepton}-neutrino`,
  decays: [`K+ -> pi0 ${lepton}+ nu`],
  create: () => kaonToPionLeptonNeutrino(lepton),
});

export default [entry('e'), entry('mu')] as const;
