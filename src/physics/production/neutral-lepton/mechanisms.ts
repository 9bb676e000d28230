import type { LeptonFlavour } from '../../weak-decays/flavour.ts';
import { charmSpectrum } from '../charm-spectrum.ts';
import { decaySpectrum } from '../decay-spectrum.ts';
import { heavyQuarkPairs } from '../heavy-quarks.ts';
import { MASS } from '../masses.ts';
import type { Mechanism } from '../mechanism.ts';
import { mesonSpectrum } from '../meson-spectrum.ts';
import { type MotherSpectrum, oneByOne, requireMeasuredBeam } from '../spectrum.ts';
import { outsideValidity } from '../validity.ts';
import { largestMassOf, type NeutralLeptonSource, type SourceName, sourceNames, sourceOf } from './sources.ts';
import { recoilLines } from './star-energies.ts';

/** Energies that stand for those of all channels of a mother; the mean is exact. */
const LINES = 5;

/** The spectrum of a lighter or heavier particle that takes over direction and velocity of what another one has. */
function rescaled(name: string, mass: number, spectrum: MotherSpectrum): MotherSpectrum {
  const r = mass / spectrum.mass;
  return {
    ...spectrum,
    name,
    mass,
    energy: { min: r * spectrum.energy.min, max: r * spectrum.energy.max },
    invariant: (energy, pz, pt) => spectrum.invariant(energy / r, pz / r, pt / r) / (r * r),
    invariants: oneByOne,
    sample(u0, u1, target) {
      spectrum.sample(u0, u1, target);
      target[0] *= r;
      target[1] *= r;
    },
  };
}

const charmMass = { D0: MASS.neutralD, 'D+': MASS.chargedD, 'D_s+': MASS.strangeD } as const;
const charm = (name: keyof typeof charmMass, beam: number) => charmSpectrum(name, charmMass[name], beam);

/** Spectrum of the mothers of a source: τ take direction and velocity of D_s (p* = 0.18 GeV neglected). */
const motherSpectra: Record<SourceName, (beam: number, source: NeutralLeptonSource) => MotherSpectrum> = {
  'D+- -> l N': (beam) => charm('D+', beam),
  'D_s+- -> l N': (beam) => charm('D_s+', beam),
  'B+- -> l N': () => mesonSpectrum('B'),
  'B_c+- -> l N': (_, { mother }) => rescaled('B_c', mother, mesonSpectrum('B')),
  'D0 -> h l N': (beam) => charm('D0', beam),
  'D+- -> h l N': (beam) => charm('D+', beam),
  'D_s+- -> h l N': (beam) => charm('D_s+', beam),
  'B -> h l N': () => mesonSpectrum('B'),
  'tau -> N X': (beam) => rescaled('tau', MASS.tau, charm('D_s+', beam)),
};

/**
 * Production of a neutral lepton that mixes with one flavour (|U| = 1) in decays of charm, beauty and τ: one mechanism
 * per mother, over all its channels. Shares of quarks are those of `fragmentation`.
 */
export function neutralLeptonMechanisms(flavour: LeptonFlavour): Mechanism[] {
  return sourceNames.flatMap((name) => {
    const largest = largestMassOf(name, flavour);
    if (!(largest > 0)) return [];
    const id = name.replace(' l ', ` ${flavour} `);
    const mechanism: Mechanism = {
      id,
      title: id.replace('->', '→').replace(' h ', ' hadrons '),
      couplingPower: 2,
      references: ['arXiv:1805.08567'],
      spectrum(mass, target) {
        if (!(mass < largest))
          return outsideValidity(id, 'mass', mass, { min: 0, max: largest }, 'the decay is closed');
        const outside = requireMeasuredBeam(id, target);
        if (outside !== undefined) return outside;
        const source = sourceOf(name, flavour, mass);
        return decaySpectrum({
          mechanism: id,
          mother: motherSpectra[name](target.beamMomentum, source),
          mass,
          recoil: recoilLines(source.energies, source.mother, mass, LINES),
          decaysPerProton: 2 * heavyQuarkPairs('measured', source.quark, target.massNumber) * source.perQuark,
        });
      },
    };
    return [mechanism];
  });
}

/** Neutral leptons per charm and per beauty quark for |U| = 1 at a mass (GeV), over all mechanisms but B_c. */
export function neutralLeptonsPerQuark(flavour: LeptonFlavour, mass: number): { charm: number; beauty: number } {
  const sum = { charm: 0, beauty: 0 };
  for (const name of sourceNames) {
    if (name === 'B_c+- -> l N') continue;
    const { quark, perQuark } = sourceOf(name, flavour, mass);
    sum[quark] += perQuark;
  }
  return sum;
}
