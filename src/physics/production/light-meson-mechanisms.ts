import { BERYLLIUM_MASS_NUMBER } from './beryllium-pions.ts';
import { decaySpectrum } from './decay-spectrum.ts';
import type { DumpTarget } from './dump-target.ts';
import { type MeasuredMeson, measuredMesonSpectrum } from './measured-meson-spectrum.ts';
import type { Mechanism } from './mechanism.ts';
import type { MesonName } from './meson-spectra-data.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { nuclearFactor } from './nuclear-dependence.ts';
import { type LightPseudoscalar, pseudoscalarToPhotonVector } from './pseudoscalar-to-photon-vector.ts';
import { type MotherSpectrum, requireScalingBeam } from './spectrum.ts';
import type { OutsideValidity } from './validity.ts';
import {
  type RadiativeDecayName,
  radiativeDecays,
  vectorToPseudoscalarVector,
} from './vector-to-pseudoscalar-vector.ts';

/** A light-meson decay to a hidden vector, and the meson that its weight in a production set is the multiplicity of. */
export interface MesonMechanism extends Mechanism {
  readonly meson: MeasuredMeson;
}

interface LightMesonDecay {
  readonly id: string;
  readonly title: string;
  readonly meson: MeasuredMeson;
  readonly recoilMass: number;
  /** Branching fraction for unit coupling. */
  readonly fraction: (mass: number) => number | OutsideValidity;
}

const decays: readonly LightMesonDecay[] = [
  ...(['pi0', 'eta', 'etaprime'] as const satisfies readonly LightPseudoscalar[]).map((meson) => ({
    id: `${meson} -> gamma X`,
    title: `${meson} → γX`,
    meson,
    recoilMass: 0,
    fraction: (mass: number) => pseudoscalarToPhotonVector(meson, mass),
  })),
  ...(Object.keys(radiativeDecays) as RadiativeDecayName[]).map((name) => ({
    id: `${name} X`,
    title: `${name.replace('->', '→')} X`,
    meson: radiativeDecays[name].mother as MeasuredMeson,
    recoilMass: radiativeDecays[name].recoilMass,
    fraction: (mass: number) => vectorToPseudoscalarVector(name, mass),
  })),
];

function mechanismsWith(
  suffix: { readonly id: string; readonly title: string },
  references: readonly string[],
  mother: (meson: MesonName & MeasuredMeson, target: DumpTarget) => MotherSpectrum,
): MesonMechanism[] {
  return decays.map(({ id, title, meson, recoilMass, fraction }) => ({
    id: `${id}${suffix.id}`,
    title: `${title}${suffix.title}`,
    meson,
    couplingPower: 2,
    polarisation: 'transverse',
    references: ['arXiv:0906.5614', ...references],
    spectrum(mass, target) {
      const found = fraction(mass);
      if (typeof found !== 'number') return found;
      return (
        requireScalingBeam(this.id, target) ??
        decaySpectrum({
          mechanism: this.id,
          mother: mother(meson, target),
          mass,
          recoil: [{ recoilMass, share: 1 }],
          decaysPerProton: found,
        })
      );
    },
  }));
}

/** Decays of light mesons with a photon replaced by a hidden vector; simulated spectra, one meson per proton, ε = 1. */
export const lightMesonMechanisms: readonly MesonMechanism[] = mechanismsWith(
  { id: '', title: '' },
  [],
  (meson, { beamMomentum }) => mesonSpectrum(meson, beamMomentum),
);

/** The same from mesons as measured, per proton absorbed in the dump's own nucleus: their weight in a set is 1. */
export const measuredMesonMechanisms: readonly MesonMechanism[] = mechanismsWith(
  { id: ', measured', title: ', mesons as measured' },
  ['hep-ex/0101163'],
  measuredMesonSpectrum,
);

/**
 * What mesons measured on hydrogen gain when nothing is lost between hydrogen and beryllium: the law of A at x_F = 0.3 and
 * p_T = 0.4 GeV, about the mean of those that are seen. 1 for the π⁰, which was measured on beryllium.
 */
export function withoutLightNucleus(meson: MeasuredMeson): number {
  return meson === 'pi0' ? 1 : 1 / nuclearFactor(0.3, 0.4, 1, BERYLLIUM_MASS_NUMBER.value);
}
