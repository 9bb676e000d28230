import { describe, expect, it } from 'vitest';
import { integrateFixed } from '../../math/quadrature.ts';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { HBAR_C } from '../../units/index.ts';
import { STRUCTURE_CONSTANTS } from '../form-factors/kaon-lepton-pair-structure.ts';
import { KAON_PION_SLOPES } from '../form-factors/kaon-pion-current.ts';
import { ke4FormFactors } from '../form-factors/kaon-two-pion-lepton.ts';
import { PION_LEPTON_FORM_FACTOR, pionLeptonSpectrum } from '../form-factors/pion-lepton.ts';
import { pionPionPhaseDifference } from '../form-factors/pion-pion-phase.ts';
import { branchingFraction, particle } from '../particles/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import fixture from './amplitudes.fixture.json' with { type: 'json' };
import { decayModel } from './choose-model.ts';
import { relativeVelocity, sommerfeldFactor } from './coulomb.ts';
import type { DecayModel } from './decay-model.ts';
import { meanWeight } from './mean-weight.ts';
import { kaonToLeptonNeutrinoPair } from './models/kaon-lepton-neutrino-pair.ts';
import { kl3Density } from './models/kaon-pion-lepton-neutrino.ts';
import { kaonToPionLeptonPair } from './models/kaon-pion-lepton-pair.ts';
import { kaonToPionTwoPhoton, twoPhotonSpectrum } from './models/kaon-pion-two-photon.ts';
import {
  CHARGED_SLOPES,
  dalitzDensity,
  kaonToPionTwoNeutral,
  kaonToThreeChargedPions,
  NEUTRAL_SLOPES,
} from './models/kaon-three-pion.ts';
import { PION_TWO_PHOTON_WIDTH, pionDalitz } from './models/pion-dalitz.ts';
import { pionDoubleDalitz } from './models/pion-double-dalitz.ts';

const MK = particle('K+').mass;
/** The total width, to six digits, that the printed branching fractions were computed with. */
const KAON_WIDTH = 5.31673e-17;

/** Width of a model over `per`, with five standard errors of our integration (false-alarm probability 6e-7). */
function width(model: DecayModel, products: number, per = KAON_WIDTH): [number, number] {
  const { value, error } = meanWeight(model, products);
  return [value / per, (5 * error) / per];
}

function expectWidth(model: DecayModel, products: number, printed: number, digits: number, per = KAON_WIDTH): void {
  const [value, error] = width(model, products, per);
  expect(Math.abs(value - printed)).toBeLessThan(error + digits);
  expect(error).toBeLessThan(0.06 * printed);
}

describe('K → πℓℓ', () => {
  const { alphaPlus, betaPlus } = PION_LEPTON_FORM_FACTOR;
  const parameters = { a: -0.575, b: -0.722, alphaPlus, betaPlus };
  const mu = particle('mu+').mass;
  const e = particle('e+').mass;

  it.each([
    [0.1, 0, 9.412853e-7],
    [0.2, 3.112037e-7, 7.369509e-7],
    [0.3, 4.074739e-7, 5.003209e-7],
    [0.4, 2.217951e-7, 2.451397e-7],
    [0.5, 1.180689e-8, 1.253653e-8],
  ])('dBR/dz at z = %d', (z, muons, electrons) => {
    expect(Math.abs(pionLeptonSpectrum(z, mu, parameters) / KAON_WIDTH - muons)).toBeLessThan(2e-6 * electrons);
    expect(Math.abs(pionLeptonSpectrum(z, e, parameters) / KAON_WIDTH - electrons)).toBeLessThan(2e-6 * electrons);
  });

  it('branching fractions with and without Coulomb factor', () => {
    expectWidth(kaonToPionLeptonPair('mu', parameters), 3, 9.107e-8, 5e-12);
    expectWidth(kaonToPionLeptonPair('mu', parameters, { coulomb: false }), 3, 8.856e-8, 5e-12);
    expectWidth(kaonToPionLeptonPair('e', parameters, { coulomb: false }), 3, 2.9815e-7, 5e-12);
  });

  it.each([
    ['mu', [0.11547, 11.60209, 1.02964, 6.72852, -1.93772, -0.63754]],
    ['e', [0.14181, 59.32151, 1.73336, 16.03797, -3.2388, -0.88022]],
  ] as const)('branching fraction as a quadratic form in (a, b): %s', (lepton, printed) => {
    const model = kaonToPionLeptonPair(lepton, parameters, { coulomb: false });
    const count = 40000;
    const draws = Array.from({ length: model.uniformsPerEvent }, () => new Float64Array(count));
    fillUniforms(streamKey(5, 'quadratic form'), 0, count, draws);
    const products = [0, 1, 2].map(() => allocateMomenta(count));
    const weight = new Float64Array(count);
    model.generate(draws, count, products, weight);
    const [reweighting] = model.reweightings!;
    const columns = printed.map(() => new Float64Array(count));
    reweighting.evaluate(products, count, columns);
    columns.forEach((column, k) => {
      const terms = column.map((c, i) => (c * weight[i]) / KAON_WIDTH / 1e-8);
      const mean = terms.reduce((sum, t) => sum + t, 0) / count;
      const error = Math.sqrt(terms.reduce((sum, t) => sum + (t - mean) ** 2, 0)) / count;
      expect(Math.abs(mean - printed[k])).toBeLessThan(5 * error + 1e-5);
    });
  });

  it('Sommerfeld factors', () => {
    expect(sommerfeldFactor(0.5, -1)).toBeCloseTo(1.04655128, 8);
    expect(sommerfeldFactor(0.5, 1)).toBeCloseTo(0.95485004, 8);
    expect(sommerfeldFactor(0.1, -1)).toBeCloseTo(1.24671101, 8);
    const m = particle('pi+').mass;
    const beta = relativeVelocity((MK * MK + 3 * m * m) / 3, m, m);
    expect(beta).toBeCloseTo(0.77591719, 8);
    expect(sommerfeldFactor(beta, -1) ** 2 * sommerfeldFactor(beta, 1)).toBeCloseTo(1.02953743, 8);
    expect(sommerfeldFactor(0.3, 0)).toBe(1);
    expect(sommerfeldFactor(0, 1)).toBe(0);
  });
});

describe('K → 3π', () => {
  const phaseSpace = (volume: number) => volume / (2 * MK * 2);
  it('mean of the Dalitz density over phase space', () => {
    expectWidth(
      kaonToThreeChargedPions(CHARGED_SLOPES, { coulomb: false }),
      3,
      1.001704,
      5e-7,
      phaseSpace(1.5797628e-6),
    );
    expectWidth(kaonToPionTwoNeutral(NEUTRAL_SLOPES), 3, 0.970272, 5e-7, phaseSpace(1.96952205e-6));
  });
  it('density at the ends of u', () => {
    expect(dalitzDensity(-1.1704023, 0, CHARGED_SLOPES)).toBeCloseTo(1.2726675, 7);
    expect(dalitzDensity(1.2665677, 0, CHARGED_SLOPES)).toBeCloseTo(0.7619691, 7);
    expect(dalitzDensity(100, 100, { g: -1, h: 0, k: 0 })).toBe(0);
  });
});

describe('K → πℓν and K → ππeν', () => {
  it('branching fractions without electromagnetic corrections', () => {
    expectWidth(decayModel('kaon-pion-e-neutrino'), 3, 0.05046, 5e-6);
    expectWidth(decayModel('kaon-pion-mu-neutrino'), 3, 0.03354, 5e-6);
    expectWidth(decayModel('kaon-two-pion-lepton'), 4, 4.08e-5, 5e-8);
  });
  it('density as the sum A + Bξ + Cξ² of the printed coefficients', () => {
    const flat = { linear: 0, quadratic: 0, scalar: 0 };
    const [a, b, c] = [6.66891389e-3, 1.30263597e-3, 1.50664926e-4];
    const mu = particle('mu+').mass;
    const t = MK * MK + particle('pi0').mass ** 2 - 2 * MK * 0.2;
    const scalar = KAON_PION_SLOPES.value.scalar;
    const m = particle('pi+').mass;
    const xi = (((scalar * t) / (m * m)) * (MK * MK - particle('pi0').mass ** 2)) / t;
    expect(kl3Density(0.2, 0.15, mu, flat)).toBeCloseTo(a, 11);
    expect(kl3Density(0.2, 0.15, mu, { ...flat, scalar })).toBeCloseTo(a + b * xi + c * xi * xi, 11);
  });
  it('ππ phases: 0 at threshold, rising, near 10 degrees at 320 MeV as measured', () => {
    expect(pionPionPhaseDifference(0.07)).toBe(0);
    const degrees = (m: number) => (pionPionPhaseDifference(m * m) * 180) / Math.PI;
    // NA48/2 2010, table of δ(M): 9.6 ± 0.9 degrees near 320 MeV, 15.4 ± 0.7 near 350 MeV (recalled)
    expect(degrees(0.3204)).toBeGreaterThan(7.5);
    expect(degrees(0.3204)).toBeLessThan(11.5);
    expect(degrees(0.3)).toBeLessThan(degrees(0.35));
    const out = new Float64Array(5);
    ke4FormFactors(4 * particle('pi+').mass ** 2, 0, out);
    expect(out[0]).toBeCloseTo(5.705, 12);
  });
});

describe('K → πγγ', () => {
  it.each([
    ['dambrosio-knecht-neshatpour', 1.144, 9.605e-7],
    ['bijnens-dhonte-persson', 1.41, 9.101e-7],
    ['bijnens-dhonte-persson', 1.86, 1.0034e-6],
    ['p4', 1.144, 8.026e-7],
    ['p4', 1.72, 9.503e-7],
  ] as const)('branching fraction for %s, ĉ = %d', (set, chat, printed) => {
    expectWidth(kaonToPionTwoPhoton(set, chat), 3, printed, 1e-10);
  });
  it('spectrum in z', () => {
    const dz = (z: number, set: 'dambrosio-knecht-neshatpour' | 'p4') => {
      const r = (particle('pi+').mass / MK) ** 2;
      const edge = 0.5 * Math.sqrt((1 - z - r) ** 2 - 4 * z * r);
      return integrateFixed((y) => twoPhotonSpectrum(y, z, 1.144, set), 0, edge, 16) / KAON_WIDTH;
    };
    expect(dz(0.4, 'dambrosio-knecht-neshatpour') / 4.68724e-6).toBeCloseTo(1, 5);
    expect(dz(0.2, 'dambrosio-knecht-neshatpour') / 3.52034e-7).toBeCloseTo(1, 5);
    expect(dz(0.35, 'dambrosio-knecht-neshatpour') / 5.35583e-6).toBeCloseTo(1, 5);
    expect(dz(0.35, 'p4') / 4.32281e-6).toBeCloseTo(1, 5);
  });
});

it('K → πνν̄: fractions in the two signal regions', () => {
  const model = decayModel('kaon-pion-neutrino-pair');
  const count = 200000;
  const draws = Array.from({ length: model.uniformsPerEvent }, () => new Float64Array(count));
  fillUniforms(streamKey(5, 'regions'), 0, count, draws);
  const products = [0, 1, 2].map(() => allocateMomenta(count));
  const weight = new Float64Array(count);
  model.generate(draws, count, products, weight);
  let [total, first, second, moment] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const q2 = MK * MK + particle('pi+').mass ** 2 - 2 * MK * products[0].energy[i];
    total += weight[i];
    moment += weight[i] * q2;
    if (q2 < 0.01) first += weight[i];
    if (q2 > 0.026 && q2 < 0.068) second += weight[i];
  }
  // 5 standard errors of 2e5 weighted events: 0.006 (false-alarm probability 6e-7)
  expect(Math.abs(first / total - 0.19559)).toBeLessThan(0.006);
  expect(Math.abs(second / total - 0.413377)).toBeLessThan(0.006);
  expect(Math.abs(moment / total - 0.034792)).toBeLessThan(0.0004);
});

describe('π⁰ decays', () => {
  it.each([
    [0, 0.0118514],
    [0.0335, 0.01187741],
    [0.0368, 0.01187998],
  ])('Dalitz width over two photons, slope %d', (slope, printed) => {
    expectWidth(pionDalitz(slope), 3, printed, 5e-9, PION_TWO_PHOTON_WIDTH);
  });
  it('Dalitz width by quadrature', () => {
    expect(fixture.krollWada['0']).toBeCloseTo(0.0118514, 8);
    expect(fixture.krollWada['0.0335']).toBeCloseTo(0.01187741, 8);
  });
  it('double Dalitz: both pairings, and the interference of −0.037e-5', () => {
    expectWidth(pionDoubleDalitz({ slope: 0, interference: false }), 4, 3.45575e-5, 5e-11, PION_TWO_PHOTON_WIDTH);
    expectWidth(pionDoubleDalitz({ interference: false }), 4, 3.46966e-5, 5e-11, PION_TWO_PHOTON_WIDTH);
    // same points: the difference is far more precise than either
    const difference =
      meanWeight(pionDoubleDalitz(), 4).value - meanWeight(pionDoubleDalitz({ interference: false }), 4).value;
    expect(Math.abs(difference / PION_TWO_PHOTON_WIDTH + 0.037e-5)).toBeLessThan(0.005e-5);
  });
});

describe('K → ℓνℓ′ℓ′', () => {
  const constants = { ...STRUCTURE_CONSTANTS.value, vus: 0.22 };
  it('branching fractions with |V_us| = 0.220', () => {
    expectWidth(kaonToLeptonNeutrinoPair('mu', 'e', { constants, lightest: 0.14 }), 4, 8.56e-8, 2e-10);
    expectWidth(kaonToLeptonNeutrinoPair('mu', 'e', { constants, lightest: 0.14, structure: false }), 4, 5e-8, 5e-10);
    expectWidth(kaonToLeptonNeutrinoPair('e', 'mu', { constants }), 4, 1.136e-8, 5e-12);
    expectWidth(kaonToLeptonNeutrinoPair('e', 'e', { constants, lightest: 0.14 }), 4, 3.39e-8, 5e-11);
    expectWidth(kaonToLeptonNeutrinoPair('mu', 'mu', { constants }), 4, 1.35e-8, 5e-11);
  });
  it('stays far from the values of wrong signs: 1.02e-7, 4.9e-8, 3.7e-8', () => {
    const [value] = width(kaonToLeptonNeutrinoPair('mu', 'e', { lightest: 0.14 }), 4);
    expect(Math.abs(value - 8.91e-8)).toBeLessThan(1.2e-9);
  });
});

describe('widths of leptons and mesons', () => {
  it('K → ℓν', () => {
    expect(meanWeight(decayModel('kaon-mu-neutrino'), 2).value / KAON_WIDTH).toBeCloseTo(0.6231, 4);
    expect(meanWeight(decayModel('kaon-e-neutrino'), 2).value / KAON_WIDTH).toBeCloseTo(1.60071e-5, 9);
  });
  it('π → μν and μ → eνν̄ within 3 % and 1 % of their lifetimes (no radiative corrections)', () => {
    const pion = meanWeight(decayModel('pion-mu-neutrino'), 2).value / (HBAR_C / particle('pi+').ctau);
    expect(Math.abs(pion - 1)).toBeLessThan(0.03);
    const muon = meanWeight(decayModel('muon-decay'), 3).value / (HBAR_C / particle('mu+').ctau);
    expect(Math.abs(muon - 1)).toBeLessThan(0.01);
  });
  it.each(Object.entries(fixture.widths))('N → νℓℓ at 0.3 GeV: %s', (id, value) => {
    expectWidth(decayModel(id, 0.3), 3, value, 0, 1);
  });
});

describe('bremsstrahlung off pions', () => {
  it('K → ππ⁰γ and K → ππ⁰ee as measured, within 3 standard deviations of the measurement', () => {
    const model = decayModel('kaon-two-pion-photon');
    const listed = branchingFraction('K+ -> pi+ pi0 gamma');
    expect(model.region).toBe('T(pi+) in 55-90 MeV');
    expect(Math.abs(width(model, 3)[0] - listed.value)).toBeLessThan(3 * listed.error);
    // the measured value has 2 % of direct emission and interference on top
    expect(Math.abs(width(decayModel('kaon-two-pion-electron-pair'), 4)[0] / 4.24e-6 - 1)).toBeLessThan(0.06);
  });
  it('K → π⁰eνγ over K → π⁰eν: 1.804(21) % at O(p⁶); the bremsstrahlung alone within 4 %', () => {
    const model = decayModel('kaon-pion-e-neutrino-photon');
    const ratio = width(model, 4)[0] / width(decayModel('kaon-pion-e-neutrino'), 3)[0];
    expect(Math.abs(ratio / 0.01804 - 1)).toBeLessThan(0.04);
  });
});
