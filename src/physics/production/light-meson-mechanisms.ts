import { decaySpectrum } from './decay-spectrum.ts';
import type { Mechanism } from './mechanism.ts';
import type { MesonName } from './meson-spectra-data.ts';
import { mesonSpectrum } from './meson-spectrum.ts';
import { type LightPseudoscalar, pseudoscalarToPhotonVector } from './pseudoscalar-to-photon-vector.ts';
import { type MaybeSpectrum, requireMeasuredBeam } from './spectrum.ts';
import {
  type RadiativeDecayName,
  radiativeDecays,
  vectorToPseudoscalarVector,
} from './vector-to-pseudoscalar-vector.ts';

/** A light-meson decay to a hidden vector, and the meson that its weight in a production set is the multiplicity of. */
export interface MesonMechanism extends Mechanism {
  readonly meson: MesonName;
}

/** Two-body decay of one meson of that name, for unit coupling and one such meson per proton. */
function twoBody(id: string, meson: MesonName, mass: number, recoilMass: number, fraction: number): MaybeSpectrum {
  return decaySpectrum({
    mechanism: id,
    mother: mesonSpectrum(meson),
    mass,
    recoil: [{ recoilMass, share: 1 }],
    decaysPerProton: fraction,
  });
}

const pseudoscalar = (meson: LightPseudoscalar): MesonMechanism => ({
  id: `${meson} -> gamma X`,
  title: `${meson} → γX`,
  meson,
  couplingPower: 2,
  references: ['arXiv:0906.5614'],
  spectrum(mass, target) {
    const fraction = pseudoscalarToPhotonVector(meson, mass);
    if (typeof fraction !== 'number') return fraction;
    return requireMeasuredBeam(this.id, target) ?? twoBody(this.id, meson, mass, 0, fraction);
  },
});

const radiative = (name: RadiativeDecayName): MesonMechanism => ({
  id: `${name} X`,
  title: `${name.replace('->', '→')} X`,
  meson: radiativeDecays[name].mother,
  couplingPower: 2,
  references: ['arXiv:0906.5614'],
  spectrum(mass, target) {
    const fraction = vectorToPseudoscalarVector(name, mass);
    if (typeof fraction !== 'number') return fraction;
    const { mother, recoilMass } = radiativeDecays[name];
    return requireMeasuredBeam(this.id, target) ?? twoBody(this.id, mother, mass, recoilMass, fraction);
  },
});

/** Decays of light mesons with a photon replaced by a hidden vector; one meson per proton, ε = 1. */
export const lightMesonMechanisms: readonly MesonMechanism[] = [
  pseudoscalar('pi0'),
  pseudoscalar('eta'),
  pseudoscalar('etaprime'),
  ...(Object.keys(radiativeDecays) as RadiativeDecayName[]).map(radiative),
];
