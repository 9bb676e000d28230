import {
  type HadronSpectrum,
  leptonToHadrons,
  leptonToHadronsRate,
  pionPair,
  threePions,
} from '../../form-factors/spectral-functions.ts';
import { particle } from '../../particles/index.ts';
import { flavours, type LeptonFlavour, leptonMass } from '../../weak-decays/flavour.ts';
import { toUnlikeLeptons } from '../../weak-decays/lepton-widths.ts';
import { toChargedPseudoscalar, toChargedVector } from '../../weak-decays/meson-widths.ts';
import { chargedCurrent, weakWidth } from '../../weak-decays/weak-phase-space.ts';
import { MASS } from '../masses.ts';
import { CKM, DECAY_CONSTANT } from '../standard-model.ts';
import { totalWidth } from './mothers.ts';
import type { StarEnergy } from './star-energies.ts';

/** A decay of the τ to a neutral lepton: its branching fraction for |U| = 1 and the energies of N. */
export interface TauDecay {
  readonly to: string;
  readonly fraction: number;
  readonly energies: readonly StarEnergy[];
}

const tau = MASS.tau;
/** Energy of N against something of that mass. */
const energyAgainst = (mass: number, recoil: number) => (tau * tau + mass * mass - recoil * recoil) / (2 * tau);
const STEPS = 12;
/** BR(τ → K*ν) = 1.2 % fixes g of the K* (GeV²; published, Particle Data Group 2022). */
const KSTAR_STRENGTH = 0.177;

function meson(to: string, mass: number, recoil: number, width: number): TauDecay {
  const fraction = width / totalWidth(particle('tau-'));
  return { to, fraction, energies: [{ energy: energyAgainst(mass, recoil), weight: fraction }] };
}

function hadrons(to: string, mass: number, spectrum: HadronSpectrum): TauDecay {
  const width = CKM.ud * CKM.ud * leptonToHadrons(tau, mass, spectrum);
  const fraction = width / totalWidth(particle('tau-'));
  const from = spectrum.threshold * spectrum.threshold;
  const end = (tau - mass) * (tau - mass);
  const energies: StarEnergy[] = [];
  if (fraction > 0)
    for (let i = 0; i < STEPS; i++) {
      const s = from + ((i + 0.5) / STEPS) * (end - from);
      energies.push({
        energy: energyAgainst(mass, Math.sqrt(s)),
        weight: leptonToHadronsRate(tau, mass, spectrum, s),
      });
    }
  const sum = energies.reduce((all, { weight }) => all + weight, 0);
  return {
    to,
    fraction,
    energies: energies.map(({ energy, weight }) => ({ energy, weight: (weight * fraction) / sum })),
  };
}

/** τ → N ℓ ν̄_ℓ: N against the pair, at its mean squared mass for three massless bodies, (M − m_N)²/2 of the way. */
function leptons(flavour: LeptonFlavour, mass: number): TauDecay {
  const width = toUnlikeLeptons(tau, mass, leptonMass[flavour]);
  const from = leptonMass[flavour];
  const to = tau - mass;
  return meson(`${flavour} nu`, mass, Math.sqrt(0.5 * (from * from + to * to)), width);
}

/**
 * Decays of the τ in which N takes the place of ν_τ (|U_τ| = 1): π, K, ππ⁰ through |F_π|², 3π through the a₁, K* and
 * leptons. Closed ones have fraction 0.
 */
export function tauDecays(mass: number): TauDecay[] {
  const pion = DECAY_CONSTANT.pion * CKM.ud;
  const kaon = DECAY_CONSTANT.kaon * CKM.us;
  return [
    meson('pi', mass, MASS.chargedPion, toChargedPseudoscalar(tau, mass, MASS.chargedPion, pion)),
    meson('K', mass, MASS.chargedKaon, toChargedPseudoscalar(tau, mass, MASS.chargedKaon, kaon)),
    meson('K*', mass, MASS.kstar, toChargedVector(tau, mass, MASS.kstar, KSTAR_STRENGTH * CKM.us)),
    hadrons('pi pi0', mass, pionPair),
    hadrons('3pi', mass, threePions),
    ...flavours.filter((flavour) => flavour !== 'tau').map((flavour) => leptons(flavour, mass)),
  ];
}

/** Branching fraction of τ → ν_τ ℓ N with |U_ℓ| = 1, and the mean energy of N. */
export function tauToOtherFlavour(flavour: 'e' | 'mu', mass: number): TauDecay {
  const lepton = leptonMass[flavour];
  if (!(mass + lepton < tau)) return { to: `${flavour} nu`, fraction: 0, energies: [] };
  // The pair (ℓN) against the massless ν_τ; N takes its mean share of the energy of the pair.
  const q2 = 0.5 * ((lepton + mass) * (lepton + mass) + tau * tau);
  const energy = (((tau * tau + q2) / (2 * tau)) * (q2 + mass * mass - lepton * lepton)) / (2 * q2);
  // On one line with the τ is its neutrino; N stands with the charged lepton.
  const fraction = otherLine(lepton, mass) / totalWidth(particle('tau-'));
  return { to: `${flavour} nu`, fraction, energies: [{ energy, weight: fraction }] };
}

const otherLine = (lepton: number, mass: number) => weakWidth(tau) * chargedCurrent(0, lepton / tau, mass / tau);
