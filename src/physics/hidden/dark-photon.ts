import { inheritedSpectrum } from '../production/inherited-spectrum.ts';
import {
  lightMesonMechanisms,
  measuredMesonMechanisms,
  withoutLightNucleus,
} from '../production/light-meson-mechanisms.ts';
import { MASS } from '../production/masses.ts';
import type { Mechanism } from '../production/mechanism.ts';
import { mesonsPerProton } from '../production/meson-multiplicities.ts';
import { mesonSpectrum } from '../production/meson-spectrum.ts';
import { formFactorSquared } from '../production/nucleon-form-factor.ts';
import {
  type BremsstrahlungOptions,
  bremsstrahlungDefaults,
  protonBremsstrahlung,
} from '../production/proton-bremsstrahlung.ts';
import { requireMeasuredBeam } from '../production/spectrum.ts';
import { ALPHA } from '../production/standard-model.ts';
import { totalWidths } from './decay-table.ts';
import { hadronicRatios } from './hadronic-ratio.ts';
import { defineHiddenModel, type ProductionSet } from './hidden-model.ts';
import { leptonPairs, vectorToLeptons } from './lepton-pair-width.ts';
import { perMass } from './per-mass.ts';

const bremsstrahlung = (id: string, title: string, options: Partial<BremsstrahlungOptions>): Mechanism => ({
  id,
  title,
  couplingPower: 2,
  references: ['arXiv:1311.3870', 'arXiv:2108.05900'],
  spectrum: (mass, target) =>
    protonBremsstrahlung(mass, target.beamMomentum, { ...bremsstrahlungDefaults, formFactor: 'none', ...options }),
});

/** ρ⁰ mixing with the photon: θ² = (4πα/g_ρ²) m_ρ⁴/[(m² − m_ρ²)² + Γ²m_ρ²], g_ρ = 5 (code: SensCalc, its older recipe). */
const rhoMixing: Mechanism = {
  id: 'rho mixing',
  title: 'ρ⁰ mixing with the photon',
  couplingPower: 2,
  references: ['arXiv:2305.13383'],
  spectrum(mass, target) {
    const m2 = MASS.rho * MASS.rho;
    const off = mass * mass - m2;
    const gamma = 0.149;
    const mixing = (((4 * Math.PI * ALPHA) / 25) * m2 * m2) / (off * off + gamma * gamma * m2);
    return requireMeasuredBeam(this.id, target) ?? inheritedSpectrum(this.id, mesonSpectrum('rho'), mass, 1, mixing);
  },
};

type Emission = { readonly id: string; readonly title: string; readonly factor: (mass: number) => number };
const emission = {
  pointlike: { id: 'bremsstrahlung', title: 'bremsstrahlung of point-like protons', factor: () => 1 },
  dipole: {
    id: 'bremsstrahlung',
    title: 'bremsstrahlung with a dipole form factor',
    factor: (mass: number) => formFactorSquared('dipole', mass),
  },
  vmd: {
    id: 'bremsstrahlung',
    title: 'bremsstrahlung with a vector-dominance form factor',
    factor: (mass: number) => formFactorSquared('vmd', mass),
  },
  wide: {
    id: 'wide bremsstrahlung',
    title: 'bremsstrahlung with a vector-dominance form factor and p_T to 4 GeV',
    factor: (mass: number) => formFactorSquared('vmd', mass),
  },
  swapped: {
    id: 'bremsstrahlung, swapped mass',
    title: 'bremsstrahlung with the mass of A′ for that of the proton',
    factor: (mass: number) => formFactorSquared('vmd', mass),
  },
  quasiReal: {
    id: 'quasi-real bremsstrahlung',
    title: 'quasi-real bremsstrahlung with vector dominance',
    factor: (mass: number) => formFactorSquared('vmd', mass),
  },
} as const satisfies Record<string, Emission>;

type Weights = Readonly<Record<string, number>>;
const mesons = {
  measured: {
    title: 'mesons as measured, carried to the nucleus of the dump',
    weights: Object.fromEntries(measuredMesonMechanisms.map(({ id }) => [id, 1])),
  },
  light: {
    title: 'mesons as measured, nothing lost between hydrogen and beryllium',
    weights: Object.fromEntries(measuredMesonMechanisms.map(({ id, meson }) => [id, withoutLightNucleus(meson)])),
  },
  pythia: {
    title: 'mesons of PYTHIA collisions of protons',
    weights: Object.fromEntries(
      lightMesonMechanisms.map(({ id, meson }) => [id, mesonsPerProton('pythia-total', meson)]),
    ),
  },
  printed: {
    title: 'mesons of PYTHIA per 40 mb collision, taken as if per absorbed proton',
    weights: Object.fromEntries(
      lightMesonMechanisms.map(({ id, meson }) => [id, mesonsPerProton('pythia-total', meson, true)]),
    ),
  },
  mixing: {
    title: 'mesons as measured, and ρ mixing',
    weights: {
      ...Object.fromEntries(measuredMesonMechanisms.map(({ id }) => [id, 1])),
      [rhoMixing.id]: mesonsPerProton('lebc-ehs', 'rho'),
    },
  },
} as const satisfies Record<string, { readonly title: string; readonly weights: Weights }>;

type Mesons = { readonly title: string; readonly weights: Weights };
const set = (emitted: Emission | undefined, from: Mesons | undefined, part?: string): ProductionSet => ({
  title: [emitted?.title, from?.title].filter((title) => title !== undefined).join('; '),
  ...(part === undefined ? {} : { part }),
  weights: weightsAt(emitted, Object.entries(from?.weights ?? {})),
});

// Name by name: copies of an object by spreading are slow where names are many.
const weightsAt = (emitted: Emission | undefined, known: readonly (readonly [id: string, weight: number])[]) =>
  perMass((mass) => {
    const weights: Record<string, number> = {};
    for (let k = 0; k < known.length; k++) weights[known[k][0]] = known[k][1];
    if (emitted !== undefined) weights[emitted.id] = emitted.factor(mass);
    return weights;
  });
const BREMSSTRAHLUNG_ALONE = 'bremsstrahlung alone';
const MESONS_ALONE = 'meson decays alone';

/** A vector that mixes kinetically with the photon. */
export default defineHiddenModel({
  id: 'dark-photon',
  title: 'Dark photon',
  benchmark: 'BC1',
  symbol: 'A′',
  references: ['arXiv:1901.09966', 'arXiv:1311.3870'],
  coupling: {
    symbol: 'ε',
    unit: '1',
    definition: 'L ⊃ −(ε/2) F_μν F′^μν, so that A′ couples to ε e J_em; ε itself, not its square',
    range: { min: 1e-8, max: 1e-3 },
  },
  masses: { min: 2 * MASS.electron, max: 2 },
  widths: perMass((mass) => {
    const partial: Record<string, number> = {};
    const coupling2 = 4 * Math.PI * ALPHA;
    for (const { state, mass: lepton } of leptonPairs) partial[state] = vectorToLeptons(mass, lepton, coupling2);
    const massless = (coupling2 * mass) / (12 * Math.PI);
    for (const [state, ratio] of Object.entries(hadronicRatios(mass))) partial[state] = ratio * massless;
    return totalWidths(partial);
  }),
  mechanisms: [
    bremsstrahlung('bremsstrahlung', 'proton bremsstrahlung, Blümlein–Brunner', {}),
    bremsstrahlung('quasi-real bremsstrahlung', 'proton bremsstrahlung, quasi-real', { splitting: 'quasi-real' }),
    bremsstrahlung('bremsstrahlung, swapped mass', 'proton bremsstrahlung, mass of A′ for that of the proton', {
      splitting: 'swapped-mass',
    }),
    bremsstrahlung('wide bremsstrahlung', 'proton bremsstrahlung, Blümlein–Brunner, p_T to 4 GeV', {
      maximumTransverseMomentum: 4,
    }),
    ...measuredMesonMechanisms,
    ...lightMesonMechanisms,
    rhoMixing,
  ],
  productions: {
    measured: set(emission.vmd, mesons.measured),
    'measured-light': set(emission.vmd, mesons.light),
    'measured-pointlike': set(emission.pointlike, mesons.measured),
    'measured-dipole': set(emission.dipole, mesons.measured),
    'measured-quasi-real': set(emission.quasiReal, mesons.measured),
    'measured-wide': set(emission.wide, mesons.measured),
    pythia: set(emission.vmd, mesons.pythia),
    'pythia-pointlike': set(emission.pointlike, mesons.pythia),
    'pythia-printed': set(emission.vmd, mesons.printed, 'a multiplicity on another basis, to show what that does'),
    alpinist: set(emission.swapped, mesons.printed, 'what ALPINIST 1.4 has, slip included, to show what that does'),
    brem: set(emission.pointlike, undefined, BREMSSTRAHLUNG_ALONE),
    'brem-vmd': set(emission.vmd, undefined, BREMSSTRAHLUNG_ALONE),
    'brem-dipole': set(emission.dipole, undefined, BREMSSTRAHLUNG_ALONE),
    mesons: set(undefined, mesons.measured, MESONS_ALONE),
    'mesons-pythia': set(undefined, mesons.pythia, MESONS_ALONE),
    'mesons+mixing': set(undefined, mesons.mixing, MESONS_ALONE),
  },
  defaultProduction: 'measured',
  assumptions: [
    'Every proton on target interacts once; secondary interactions in the dump are left out.',
    'A′ of meson decays are transverse, about their direction of flight in the laboratory; those of bremsstrahlung decay isotropically.',
    'Hadronic widths: π⁺π⁻ from the pion form factor, ω and φ as resonances (3 % below 0.9 GeV, 25 % above).',
  ],
});
