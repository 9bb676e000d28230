import { type LeptonFlavour, leptonMass } from '../../weak-decays/flavour.ts';
import { fragmentation } from '../heavy-quarks.ts';
import { MASS } from '../masses.ts';
import { CKM, DECAY_CONSTANT } from '../standard-model.ts';
import { beautyChannels } from './beauty-channels.ts';
import type { Channel } from './channel.ts';
import { charmChannels } from './charm-channels.ts';
import { leptonicFraction, semileptonicFraction } from './fractions.ts';
import { type MotherName, mothers } from './mothers.ts';
import { type StarEnergy, semileptonicEnergies } from './star-energies.ts';
import { tauDecays, tauToOtherFlavour } from './tau-decays.ts';

/** Neutral leptons from one kind of mother, for |U| = 1 at one mass. */
export interface NeutralLeptonSource {
  readonly quark: 'charm' | 'beauty';
  /** Per quark of that kind, over all mothers and channels. */
  readonly perQuark: number;
  /** Mass of the mother, GeV; energies of N are in its frame. */
  readonly mother: number;
  readonly energies: readonly StarEnergy[];
  /** The largest mass of N that any channel allows, GeV; negative when all are closed. */
  readonly largestMass: number;
}

const perQuark: Readonly<Record<MotherName, number>> = {
  D0: fragmentation.D0.value / 2,
  'D+': fragmentation['D+-'].value / 2,
  'D_s+': fragmentation['D_s+-'].value / 2,
  'B+': fragmentation['B+-'].value,
  B0: fragmentation.B0.value,
  B_s0: fragmentation.B_s0.value,
  'B_c+': fragmentation['B_c+-'].value,
};

/** A source as a function of the mass of N, and the mass from which on it is closed, which needs no widths. */
interface SourceOfMass {
  readonly largestMass: (flavour: LeptonFlavour) => number;
  readonly at: (flavour: LeptonFlavour, mass: number) => Omit<NeutralLeptonSource, 'largestMass'>;
}

function leptonic(name: MotherName, quark: 'charm' | 'beauty', fV: number): SourceOfMass {
  const largestMass = (flavour: LeptonFlavour) => mothers[name].mass - leptonMass[flavour];
  const at: SourceOfMass['at'] = (flavour, mass) => {
    const lepton = leptonMass[flavour];
    const mother = mothers[name].mass;
    const found = perQuark[name] * leptonicFraction(mothers[name], fV, lepton, mass);
    const energy = (mother * mother + mass * mass - lepton * lepton) / (2 * mother);
    return { quark, perQuark: found, mother, energies: [{ energy, weight: found }] };
  };
  return { largestMass, at };
}

/** Semileptonic decays of several mothers whose spectra are taken as one; energies in the frame of each. */
function semileptonic(names: readonly MotherName[], quark: 'charm' | 'beauty', all: readonly Channel[]): SourceOfMass {
  const channels = all.filter(({ name }) => names.includes(name));
  const largestMass = (flavour: LeptonFlavour) =>
    channels.reduce((most, { mother, recoil }) => Math.max(most, mother.mass - recoil - leptonMass[flavour]), -1);
  const at: SourceOfMass['at'] = (flavour, mass) => {
    const lepton = leptonMass[flavour];
    let sum = 0;
    const energies: StarEnergy[] = [];
    for (const one of channels) {
      const found = perQuark[one.name] * semileptonicFraction(one, lepton, mass);
      if (!(found > 0)) continue;
      sum += found;
      energies.push(...semileptonicEnergies(one, lepton, mass, found));
    }
    return { quark, perQuark: sum, mother: mothers[names[0]].mass, energies };
  };
  return { largestMass, at };
}

/** τ of D_s → τν (5.32 %, published: Particle Data Group 2022) for a flavour of its own or through the charged lepton. */
const tau: SourceOfMass = {
  largestMass: (flavour) => (flavour === 'tau' ? MASS.tau - MASS.electron : MASS.tau - leptonMass[flavour]),
  at: tauAt,
};
function tauAt(flavour: LeptonFlavour, mass: number): Omit<NeutralLeptonSource, 'largestMass'> {
  const taus = perQuark['D_s+'] * STRANGE_TO_TAU;
  const decays = flavour === 'tau' ? tauDecays(mass) : [tauToOtherFlavour(flavour, mass)];
  const found = decays.reduce((sum, { fraction }) => sum + taus * fraction, 0);
  const energies = decays.flatMap((decay) => decay.energies);
  return { quark: 'charm', perQuark: found, mother: MASS.tau, energies };
}
const STRANGE_TO_TAU = 0.0532;

const sources = {
  'D+- -> l N': leptonic('D+', 'charm', DECAY_CONSTANT.D * CKM.cd),
  'D_s+- -> l N': leptonic('D_s+', 'charm', DECAY_CONSTANT.Ds * CKM.cs),
  'B+- -> l N': leptonic('B+', 'beauty', DECAY_CONSTANT.B * CKM.ub),
  'B_c+- -> l N': leptonic('B_c+', 'beauty', DECAY_CONSTANT.Bc * CKM.cb),
  'D0 -> h l N': semileptonic(['D0'], 'charm', charmChannels),
  'D+- -> h l N': semileptonic(['D+'], 'charm', charmChannels),
  'D_s+- -> h l N': semileptonic(['D_s+'], 'charm', charmChannels),
  'B -> h l N': semileptonic(['B+', 'B0', 'B_s0'], 'beauty', beautyChannels),
  'tau -> N X': tau,
} satisfies Record<string, SourceOfMass>;
export type SourceName = keyof typeof sources;
export const sourceNames = Object.keys(sources) as SourceName[];

/** One source for a flavour at a mass of N (GeV, ≥ 0). */
export function sourceOf(name: SourceName, flavour: LeptonFlavour, mass: number): NeutralLeptonSource {
  const { at, largestMass } = sources[name];
  return { ...at(flavour, mass), largestMass: largestMass(flavour) };
}

/** The largest mass of N (GeV) that any channel of a source allows; negative when all are closed. */
export const largestMassOf = (name: SourceName, flavour: LeptonFlavour): number => sources[name].largestMass(flavour);
