import { log } from '../../math/elementary.ts';
import { fact } from '../../units/index.ts';
import { beautyMechanism, SCALAR_FLAVOUR_CHANGE } from '../production/beauty-decays.ts';
import { scalarPairMechanism } from '../production/beauty-scalar-pairs.ts';
import { type HeavyQuarkSchemeName, schemeFactor } from '../production/heavy-quarks.ts';
import { pairVelocity } from '../production/kinematics.ts';
import { ELEMENTARY_MASS, MASS } from '../production/masses.ts';
import type { Mechanism } from '../production/mechanism.ts';
import { bremsstrahlungDefaults, protonBremsstrahlung } from '../production/proton-bremsstrahlung.ts';
import { HIGGS_VEV } from '../production/standard-model.ts';
import { outsideValidity } from '../production/validity.ts';
import { totalWidths } from './decay-table.ts';
import { defineHiddenModel, type ProductionSet } from './hidden-model.ts';
import { leptonPairs, scalarToLeptons } from './lepton-pair-width.ts';

/** Coupling to nucleons for mixing angle 1 (arXiv:2108.05900). */
const NUCLEON_COUPLING = 1.2e-3;
/** Between these masses (GeV) hadronic widths need a dispersive form factor that this project does not have. */
const GAP = { min: 0.6, max: 2 };

const scalarBremsstrahlung: Mechanism = {
  id: 'scalar bremsstrahlung',
  title: 'proton bremsstrahlung, quasi-real',
  couplingPower: 2,
  references: ['arXiv:2108.05900'],
  spectrum(mass, target) {
    const spectrum = protonBremsstrahlung(mass, target.beamMomentum, {
      ...bremsstrahlungDefaults,
      splitting: 'quasi-real-scalar',
      formFactor: 'none',
      crossSection: 'non-single-diffractive',
    });
    if (!spectrum.valid) return spectrum;
    const g2 = NUCLEON_COUPLING * NUCLEON_COUPLING;
    return {
      ...spectrum,
      total: spectrum.total * g2,
      density: (energy, theta) => g2 * spectrum.density(energy, theta),
      sample(uniforms, out, weight, first, last) {
        spectrum.sample(uniforms, out, weight, first, last);
        for (let i = first; i < last; i++) weight[i] *= g2;
      },
    };
  },
};

/** One-loop running of α_s with four flavours from 0.38 at 1.5 GeV. */
function strongCoupling(scale: number): number {
  const b0 = (33 - 2 * 4) / (12 * Math.PI);
  return 0.38 / (1 + 0.38 * b0 * log((scale * scale) / 2.25));
}

const beauty = ['B -> K X', 'B -> K* X'];
const pairs = ['B -> K X X', 'B -> K* X X'];
/** BR(h → SS) that fixes the quartic coupling of BC5. */
const HIGGS_FRACTION = fact(0.01, 'published', 'arXiv:1901.09966, benchmark BC5');
const all = (title: string, ids: readonly string[], scheme: HeavyQuarkSchemeName = 'measured'): ProductionSet => ({
  title,
  weights: (_, { massNumber }) =>
    Object.fromEntries(ids.map((id) => [id, id.startsWith('B ->') ? schemeFactor(scheme, 'beauty', massNumber) : 1])),
});

/** A scalar that mixes with the Higgs boson. */
export default defineHiddenModel({
  id: 'dark-scalar',
  title: 'Dark scalar',
  benchmark: 'BC4',
  symbol: 'S',
  references: ['arXiv:1901.09966', 'arXiv:1904.10447', 'arXiv:1809.01876'],
  coupling: {
    symbol: 'θ',
    unit: '1',
    definition: 'mixing angle with the Higgs boson: L ⊃ −θ (m_f/v) S f̄f; θ itself, not its square',
    range: { min: 1e-8, max: 1e-1 },
  },
  masses: { min: 2 * MASS.electron, max: 4.7 },
  widths(mass) {
    if (mass > GAP.min && mass < GAP.max)
      return outsideValidity(
        'dark-scalar',
        'mass',
        mass,
        { min: 2 * MASS.electron, max: GAP.min },
        'between 0.6 and 2 GeV the width to hadrons is not described (leading-order below, quarks and gluons above)',
      );
    const v2 = HIGGS_VEV * HIGGS_VEV;
    const m2 = mass * mass;
    const partial: Record<string, number> = {};
    for (const { state, mass: m } of leptonPairs) partial[state] = scalarToLeptons(mass, m, m / HIGGS_VEV);
    if (mass <= GAP.min) {
      const pions = (pion: number) => {
        const g = (2 / 9) * m2 + (11 / 9) * MASS.chargedPion * MASS.chargedPion;
        return (pairVelocity(mass, pion) * g * g) / (32 * Math.PI * v2 * mass);
      };
      partial['pi+ pi-'] = 2 * pions(MASS.chargedPion);
      partial['pi0 pi0'] = pions(MASS.neutralPion);
    } else {
      const quarks = (quark: number, threshold: number) => {
        const beta = pairVelocity(mass, threshold);
        return (3 * quark * quark * mass * beta * beta * beta) / (8 * Math.PI * v2);
      };
      const a = strongCoupling(mass);
      partial['s sbar'] = quarks(ELEMENTARY_MASS.strange, MASS.chargedKaon);
      partial['c cbar'] = quarks(ELEMENTARY_MASS.charm, MASS.neutralD);
      partial['g g'] = (a * a * m2 * mass) / (8 * Math.PI * Math.PI * Math.PI * v2);
    }
    return totalWidths(partial);
  },
  mechanisms: [
    beautyMechanism('K', SCALAR_FLAVOUR_CHANGE),
    beautyMechanism('K*', SCALAR_FLAVOUR_CHANGE),
    scalarBremsstrahlung,
    scalarPairMechanism('K', HIGGS_FRACTION.value),
    scalarPairMechanism('K*', HIGGS_FRACTION.value),
  ],
  productions: {
    beauty: all('B → K⁽*⁾S, heavy quarks as measured', beauty),
    'beauty-cascade': all('B → K⁽*⁾S with cascade factors', beauty, 'cascade'),
    'beauty+quartic': all('BC5: B → K⁽*⁾S, and B → K⁽*⁾SS with BR(h → SS) = 1 %', [...beauty, ...pairs]),
    'beauty+brem': all('B → K⁽*⁾S and bremsstrahlung', [...beauty, 'scalar bremsstrahlung']),
  },
  defaultProduction: 'beauty',
  facts: { higgsFraction: HIGGS_FRACTION },
  assumptions: [
    'Only K and K*(892) are counted; all kaon resonances together give about three times as many at low mass (arXiv:1904.10447).',
    'Width to pions at leading order of chiral perturbation theory below 0.6 GeV (30 % at 0.5 GeV); no answer between 0.6 and 2 GeV; factor 2 above.',
    'Kaon decays in the dump are left out: kaons interact first.',
  ],
});
