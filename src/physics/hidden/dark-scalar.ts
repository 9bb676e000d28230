import { fact } from '../../units/index.ts';
import { beautyMechanism, RUNNING_TOP_MASS, SCALAR_FLAVOUR_CHANGE } from '../production/beauty-decays.ts';
import { scalarPairMechanism } from '../production/beauty-scalar-pairs.ts';
import { type HeavyQuarkSchemeName, schemeFactor } from '../production/heavy-quarks.ts';
import { chargedKaons, kaonMechanism } from '../production/kaon-to-pion-scalar.ts';
import { MASS } from '../production/masses.ts';
import type { Mechanism } from '../production/mechanism.ts';
import { bremsstrahlungDefaults, protonBremsstrahlung } from '../production/proton-bremsstrahlung.ts';
import { HIGGS_VEV } from '../production/standard-model.ts';
import { resonanceMechanism } from '../production/strange-resonances.ts';
import { totalWidths } from './decay-table.ts';
import { defineHiddenModel, type ProductionSet } from './hidden-model.ts';
import { leptonPairs, scalarToLeptons } from './lepton-pair-width.ts';
import { perMass } from './per-mass.ts';
import { scalarToHadrons } from './scalar/hadron-widths.ts';

/** Coupling to nucleons for mixing angle 1 (arXiv:2108.05900). */
const NUCLEON_COUPLING = 1.2e-3;
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

const beauty = ['B -> K X', 'B -> K* X', 'B -> K(res) X'];
const lightest = beauty.slice(0, 2);
const kaons = 'K+- -> pi X';
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
  widths: perMass((mass) => {
    const partial: Record<string, number> = {};
    for (const { state, mass: m } of leptonPairs) partial[state] = scalarToLeptons(mass, m, m / HIGGS_VEV);
    return totalWidths({ ...partial, ...scalarToHadrons(mass) });
  }),
  mechanisms: [
    beautyMechanism('K', SCALAR_FLAVOUR_CHANGE),
    beautyMechanism('K*', SCALAR_FLAVOUR_CHANGE),
    resonanceMechanism(SCALAR_FLAVOUR_CHANGE),
    kaonMechanism(RUNNING_TOP_MASS.value),
    scalarBremsstrahlung,
    scalarPairMechanism('K', HIGGS_FRACTION.value),
    scalarPairMechanism('K*', HIGGS_FRACTION.value),
  ],
  productions: {
    beauty: all('B → X and a strange meson, K± → π±X, heavy quarks as measured', [...beauty, kaons]),
    'beauty-cascade': all('as the first, with cascade factors', [...beauty, kaons], 'cascade'),
    'beauty-lightest': { ...all('B → K⁽*⁾X alone', lightest), part: 'the heavier kaons' },
    'beauty+quartic': all('BC5: as the first, and B → K⁽*⁾XX with BR(h → XX) = 1 %', [...beauty, kaons, ...pairs]),
    'beauty+brem': all('as the first, and bremsstrahlung', [...beauty, kaons, 'scalar bremsstrahlung']),
  },
  defaultProduction: 'beauty',
  facts: { higgsFraction: HIGGS_FRACTION, topMass: RUNNING_TOP_MASS, kaons: chargedKaons },
  assumptions: [
    'B → X_s S as the sum over nine strange mesons with the running top mass: 15 % in sum, 30 % in single resonances.',
    'Width to ππ and KK from a fit to dispersive form factors up to 2 GeV, quarks and gluons above; 5 % below 1 GeV, 20 % to 2 GeV, 30 % above.',
    'Kaons make scalars only where they decay in the dump before they interact, one in a thousand.',
  ],
});
