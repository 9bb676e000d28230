import { inheritedSpectrum } from '../production/inherited-spectrum.ts';
import { lightMesonMechanisms } from '../production/light-meson-mechanisms.ts';
import { MASS } from '../production/masses.ts';
import type { Mechanism } from '../production/mechanism.ts';
import { type MultiplicitySet, mesonsPerProton } from '../production/meson-multiplicities.ts';
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

type Emission = { readonly id: string; readonly factor: (mass: number) => number };
const emission = {
  pointlike: { id: 'bremsstrahlung', factor: () => 1 },
  dipole: { id: 'bremsstrahlung', factor: (mass: number) => formFactorSquared('dipole', mass) },
  vmd: { id: 'bremsstrahlung', factor: (mass: number) => formFactorSquared('vmd', mass) },
  quasiReal: { id: 'quasi-real bremsstrahlung', factor: (mass: number) => formFactorSquared('vmd', mass) },
} as const satisfies Record<string, Emission>;

const set = (
  title: string,
  emitted: Emission | undefined,
  multiplicities?: MultiplicitySet,
  { mixing = false, asPrinted = false } = {},
): ProductionSet => ({
  title,
  weights(mass) {
    const weights: Record<string, number> = {};
    if (emitted !== undefined) weights[emitted.id] = emitted.factor(mass);
    if (multiplicities !== undefined) {
      for (const { id, meson } of lightMesonMechanisms)
        weights[id] = mesonsPerProton(multiplicities, meson, asPrinted, 'zero');
      if (mixing) weights[rhoMixing.id] = mesonsPerProton(multiplicities, 'rho', asPrinted, 'zero');
    }
    return weights;
  },
});

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
  widths(mass) {
    const partial: Record<string, number> = {};
    const coupling2 = 4 * Math.PI * ALPHA;
    for (const { state, mass: lepton } of leptonPairs) partial[state] = vectorToLeptons(mass, lepton, coupling2);
    const massless = (coupling2 * mass) / (12 * Math.PI);
    for (const [state, ratio] of Object.entries(hadronicRatios(mass))) partial[state] = ratio * massless;
    return totalWidths(partial);
  },
  mechanisms: [
    bremsstrahlung('bremsstrahlung', 'proton bremsstrahlung, Blümlein–Brunner', {}),
    bremsstrahlung('quasi-real bremsstrahlung', 'proton bremsstrahlung, quasi-real', { splitting: 'quasi-real' }),
    ...lightMesonMechanisms,
    rhoMixing,
  ],
  productions: {
    'brem-vmd+mesons': set(
      'bremsstrahlung with a vector-dominance form factor, and mesons',
      emission.vmd,
      'pythia-total',
    ),
    'brem+mesons': set('bremsstrahlung of point-like protons, and mesons', emission.pointlike, 'pythia-total'),
    brem: set('bremsstrahlung of point-like protons', emission.pointlike),
    'brem-vmd': set('bremsstrahlung with a vector-dominance form factor', emission.vmd),
    'brem-dipole': set('bremsstrahlung with a dipole form factor', emission.dipole),
    mesons: set('meson decays', undefined, 'pythia-total'),
    'brem-vmd+mesons-printed': set(
      'as the first, multiplicities per 40 mb collision taken as if per absorbed proton',
      emission.vmd,
      'pythia-total',
      { asPrinted: true },
    ),
    'brem+mesons-measured': set(
      'bremsstrahlung of point-like protons, measured multiplicities',
      emission.pointlike,
      'lebc-ehs',
    ),
    'quasi-real+mesons': set(
      'quasi-real bremsstrahlung with vector dominance, and mesons',
      emission.quasiReal,
      'pythia-total',
    ),
    'mesons+mixing': set('meson decays and ρ mixing', undefined, 'pythia-total', { mixing: true }),
  },
  defaultProduction: 'brem-vmd+mesons',
  assumptions: [
    'Every proton on target interacts once; secondary interactions in the dump are left out.',
    'Hadronic widths: π⁺π⁻ from the pion form factor, ω and φ as resonances (3 % below 0.9 GeV, 25 % above).',
  ],
});
