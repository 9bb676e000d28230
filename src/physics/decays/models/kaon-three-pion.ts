import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import { coulombFactor } from '../coulomb.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

/** Slopes of |M|² ∝ 1 + g·u + h·u² + k·v². */
export interface DalitzSlopes {
  readonly g: number;
  readonly h: number;
  readonly k: number;
}

/** K⁺ → π⁺π⁺π⁻: NA48/2, Phys. Lett. B 649 (2007) 349, hep-ex/0702045 (tag: code). */
export const CHARGED_SLOPES: DalitzSlopes = Object.freeze({ g: -0.21134, h: 0.01848, k: -0.00463 });

/** K⁺ → π⁺π⁰π⁰: Particle Data Group averages, without the cusp at m(π⁰π⁰) = 2m(π⁺) (tag: recalled). */
export const NEUTRAL_SLOPES: DalitzSlopes = Object.freeze({ g: 0.626, h: 0.052, k: 0.0054 });

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const MPI0 = particle('pi0').mass;

/** |M|² of K → 3π for u = (s3 − s0)/m²(π⁺) and v = (s2 − s1)/m²(π⁺), 3 the odd pion; never below 0. */
export function dalitzDensity(u: number, v: number, { g, h, k }: DalitzSlopes): number {
  return Math.max(0, 1 + g * u + h * u * u + k * v * v);
}

/** dalitzDensity in terms of the pions' energies in the kaon frame: s_i = M² + m_i² − 2M·E_i, so u and v follow. */
function densityOfEnergies(slopes: DalitzSlopes, even: number, odd: number) {
  const s0 = (MK * MK + 2 * even * even + odd * odd) / 3;
  const scale = 1 / (MPI * MPI);
  return (energy1: number, energy2: number, energyOdd: number): number => {
    const u = (MK * MK + odd * odd - 2 * MK * energyOdd - s0) * scale;
    const v = 2 * MK * (energy1 - energy2) * scale;
    return dalitzDensity(u, v, slopes);
  };
}

/** What dalitzDensity cannot exceed: each term at its greatest, u from the odd pion's energies, |v| from the even ones'. */
function greatestDensity({ g, h, k }: DalitzSlopes, even: number, odd: number): number {
  const s0 = (MK * MK + 2 * even * even + odd * odd) / 3;
  const scale = 1 / (MPI * MPI);
  const uAt = (energyOdd: number) => (MK * MK + odd * odd - 2 * MK * energyOdd - s0) * scale;
  const greatestOdd = (MK * MK + odd * odd - 4 * even * even) / (2 * MK);
  const greatestEven = (MK * MK + even * even - (even + odd) * (even + odd)) / (2 * MK);
  const u = Math.max(Math.abs(uAt(odd)), Math.abs(uAt(greatestOdd)));
  const v = 2 * MK * (greatestEven - even) * scale;
  return 1 + Math.abs(g) * u + Math.max(0, h) * u * u + Math.max(0, k) * v * v;
}

/**
 * K⁺ → π⁺π⁺π⁻ with the Dalitz-plot slopes of |M|² and, unless `coulomb` is false, the Coulomb factor of the three
 * pairs. Products: π⁺, π⁺, π⁻.
 */
export function kaonToThreeChargedPions(
  slopes: DalitzSlopes = CHARGED_SLOPES,
  { coulomb = true }: { coulomb?: boolean } = {},
): DecayModel {
  const density = densityOfEnergies(slopes, MPI, MPI);
  const masses = [MPI, MPI, MPI];
  const charges = [1, 1, -1];
  return amplitudeModel(
    {
      id: 'kaon-three-pion-charged',
      title: 'K+ -> pi+ pi+ pi- with Dalitz-plot slopes',
      references: ['NA48/2, Phys. Lett. B 649 (2007) 349, hep-ex/0702045', 'G. Isidori, arXiv:0709.2439'],
      decays: ['K+ -> pi+ pi+ pi-'],
      normalisation: 'proportional',
    },
    pairedThreeBody([MK, MPI, MPI, MPI], [0, 1]),
    2,
    (products, i) => {
      const squared = density(products[0].energy[i], products[1].energy[i], products[2].energy[i]);
      return coulomb ? squared * coulombFactor(products, masses, charges, i) : squared;
    },
  );
}

/** K⁺ → π⁺π⁰π⁰ with the Dalitz-plot slopes of |M|²; the cusp is left out. Products: π⁺, π⁰, π⁰. */
export function kaonToPionTwoNeutral(slopes: DalitzSlopes = NEUTRAL_SLOPES): DecayModel {
  const density = densityOfEnergies(slopes, MPI0, MPI);
  return amplitudeModel(
    {
      id: 'kaon-three-pion-neutral',
      title: 'K+ -> pi+ pi0 pi0 with Dalitz-plot slopes',
      references: ['Particle Data Group, Phys. Rev. D 110 (2024) 030001'],
      decays: ['K+ -> pi+ pi0 pi0'],
      normalisation: 'proportional',
    },
    pairedThreeBody([MK, MPI, MPI0, MPI0], [1, 2]),
    2,
    (products, i) => density(products[1].energy[i], products[2].energy[i], products[0].energy[i]),
    greatestDensity(slopes, MPI0, MPI),
  );
}

export default [
  {
    id: 'kaon-three-pion-charged',
    decays: ['K+ -> pi+ pi+ pi-'],
    create: () => kaonToThreeChargedPions(),
  },
  {
    id: 'kaon-three-pion-neutral',
    decays: ['K+ -> pi+ pi0 pi0'],
    create: () => kaonToPionTwoNeutral(),
  },
] as const satisfies readonly DecayModelEntry[];
