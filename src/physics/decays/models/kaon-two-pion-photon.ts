import { HBAR_C } from '../../../units/index.ts';
import { branchingFraction } from '../../particles/branching-fractions.ts';
import { particle } from '../../particles/particle-table.ts';
import { createCascade } from '../../phase-space/cascade.ts';
import { ALPHA } from '../../production/standard-model.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import { breakupMomentum } from '../../vectors/kaellen.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const MPI0 = particle('pi0').mass;
const ME = particle('e-').mass;

/** |M(K⁺ → π⁺π⁰)|² in GeV², from its branching fraction and the kaon's lifetime. */
export const KAON_TWO_PION_SQUARED =
  (8 * Math.PI * MK * MK * branchingFraction('K+ -> pi+ pi0').value * (HBAR_C / particle('K+').ctau)) /
  breakupMomentum(MK, MPI, MPI0);

const references = ["N. Christ, Phys. Rev. 159 (1967) 1292; L. Cappiello, G. D'Ambrosio, hep-ph/0702292"];

/**
 * K⁺ → π⁺π⁰γ by inner bremsstrahlung (Low's theorem): |M|² = e²|M₀|²·(−(p_π/(p_π·q) − p_K/(p_K·q))²), for kinetic
 * energies of the π⁺ within `kinetic` (GeV, kaon frame) and photon energies above `softest`. Products π⁺, π⁰, γ.
 */
export function kaonToTwoPionPhoton(id: string, kinetic: readonly [number, number], softest: number): DecayModel {
  const strength = 4 * Math.PI * ALPHA * KAON_TWO_PION_SQUARED;
  const limited = kinetic[1] < MK;
  const inMeV = (value: number) => Math.round(value * 1e3);
  return amplitudeModel(
    {
      id,
      title: 'K+ -> pi+ pi0 gamma, inner bremsstrahlung',
      references,
      decays: ['K+ -> pi+ pi0 gamma'],
      normalisation: 'width',
      region: limited ? `T(pi+) in ${inMeV(kinetic[0])}-${inMeV(kinetic[1])} MeV` : `E(gamma) > ${inMeV(softest)} MeV`,
    },
    createCascade([MK, MPI, MPI0, 0], [2, { pair: [0, 1], sampling: 'log-sibling-energy', softest }]),
    1,
    (products, i) => {
      const energy = products[0].energy[i] - MPI;
      if (energy < kinetic[0] || energy > kinetic[1]) return 0;
      const pion = 1 / dotAt(products[0], products[2], i);
      const kaon = 1 / (MK * products[2].energy[i]);
      const square = MPI * MPI * pion * pion + MK * MK * kaon * kaon - 2 * MK * products[0].energy[i] * pion * kaon;
      return strength * Math.max(0, -square);
    },
  );
}

/**
 * K⁺ → π⁺π⁰e⁺e⁻ by inner bremsstrahlung of a virtual photon: amplitude M₀ e²/q²·j·[(2p_π + q)/(2p_π·q + q²) −
 * (2p_K − q)/(2p_K·q − q²)]. Products π⁺, π⁰, e⁺, e⁻.
 */
export function kaonToTwoPionElectronPair(): DecayModel {
  const e2 = 4 * Math.PI * ALPHA;
  const strength = e2 * e2 * KAON_TWO_PION_SQUARED;
  return amplitudeModel(
    {
      id: 'kaon-two-pion-electron-pair',
      title: 'K+ -> pi+ pi0 e+ e-, inner bremsstrahlung',
      references,
      decays: ['K+ -> pi+ pi0 e+ e-'],
      normalisation: 'width',
    },
    createCascade(
      [MK, MPI, MPI0, ME, ME],
      [
        { pair: [2, 3], sampling: 'log-mass-squared' },
        { pair: [0, 1], sampling: 'log-sibling-energy' },
      ],
    ),
    1,
    ([pion, , plus, minus], i) => {
      const q2 = 2 * ME * ME + 2 * dotAt(plus, minus, i);
      const pionPlus = dotAt(pion, plus, i);
      const pionMinus = dotAt(pion, minus, i);
      const energy = plus.energy[i] + minus.energy[i];
      const ofPion = 2 / (2 * (pionPlus + pionMinus) + q2);
      const ofKaon = 2 / (2 * MK * energy - q2);
      // J up to a multiple of q, which the pair's current does not see: ofPion·p_π − ofKaon·p_K
      const alongPlus = ofPion * pionPlus - ofKaon * MK * plus.energy[i];
      const alongMinus = ofPion * pionMinus - ofKaon * MK * minus.energy[i];
      const square =
        ofPion * ofPion * MPI * MPI + ofKaon * ofKaon * MK * MK - 2 * ofPion * ofKaon * MK * pion.energy[i];
      const trace = 8 * alongPlus * alongMinus - 2 * q2 * square;
      return (strength * Math.max(0, trace)) / (q2 * q2);
    },
  );
}

const id = 'kaon-two-pion-photon';

/** First the region of the listed branching fraction. */
export default [
  {
    id,
    decays: ['K+ -> pi+ pi0 gamma'],
    // width in GeV by integration of 10 million events (computed)
    create: () => ({
      ...kaonToTwoPionPhoton(id, [0.055, 0.09], 0.005),
      meanWeight: { value: 1.35583e-20, error: 9.7e-24 },
    }),
  },
  {
    id: `${id}-wide`,
    decays: ['K+ -> pi+ pi0 gamma'],
    create: () => kaonToTwoPionPhoton(`${id}-wide`, [0, MK], 0.005),
  },
  {
    id: 'kaon-two-pion-electron-pair',
    decays: ['K+ -> pi+ pi0 e+ e-'],
    // width in GeV by integration of 6 million events (computed)
    create: () => ({ ...kaonToTwoPionElectronPair(), meanWeight: { value: 2.18175e-22, error: 1.4e-25 } }),
  },
] as const satisfies readonly DecayModelEntry[];
