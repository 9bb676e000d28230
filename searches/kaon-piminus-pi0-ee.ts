import { branchingRatio, decay, defineSearch, fact, GeV, MeV, threeTrackCuts } from 'spillway/search';
import piminusEe from './kaon-piminus-ee.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 830 (2022) 137172, arXiv:2202.00331';

/** As K⁺ → π⁻e⁺e⁺ of the same publication, with a π⁰ seen as two clusters. */
export default defineSearch({
  ...piminusEe,
  id: 'kaon-piminus-pi0-ee',
  title: 'Lepton-number violation in K⁺ → π⁻π⁰e⁺e⁺',
  channel: 'K⁺ → π⁻π⁰e⁺e⁺',
  summary:
    'Three tracks π⁻e⁺e⁺ from one vertex and two calorimeter clusters at the mass of the π⁰, with the momentum of the beam and the mass of the kaon, in the 2017–2018 data, normalised to K⁺ → π⁺e⁺e⁻ from the same trigger lines.',
  references: [PAPER, TALK],
  signal: {
    ...decay('K+ -> pi- (pi0 -> gamma gamma) e+ e+'),
    eventsFactor: 0.25,
    parentFraction: branchingRatio('pi0 -> gamma gamma'),
  },
  selection: {
    ...piminusEe.selection,
    photons: 2,
    cuts: {
      ...threeTrackCuts,
      'electrons below 45 GeV': { observable: 'largestMomentum', of: ['e+'], below: GeV(45), source: 'record 0004' },
      'neutral pion': {
        observable: 'mass',
        of: ['gamma'],
        between: [MeV(115), MeV(155)],
        source: 'three resolutions of the calorimeter (proposal)',
      },
      'total momentum': {
        observable: 'momentumExcess',
        between: [GeV(-3), GeV(3)],
        source: 'with two clusters (proposal)',
      },
      'transverse momentum': { observable: 'transverseMomentum', below: MeV(30), source: PAPER },
    },
  },
  regions: {
    signal: [[0.484, 0.504]],
    'lower control': [[0.46, 0.474]],
    'upper control': [[0.514, 0.534]],
  },
  backgrounds: {
    'K⁺ → π⁺π⁰e⁺e⁻': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma) e+ e-'),
      eventsFactor: 0.25,
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma) e+ e-'),
    },
    'K⁺ → π⁺π⁰π⁰, π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> e+ e- gamma)'),
      eventsFactor: 0.25,
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> e+ e- gamma)', 2),
    },
    'K⁺ → π⁰π⁰e⁺ν, π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> (pi0 -> gamma gamma) (pi0 -> e+ e- gamma) e+ nu'),
      eventsFactor: 0.25,
      branchingRatio: branchingRatio('K+ -> (pi0 -> gamma gamma) (pi0 -> e+ e- gamma) e+ nu', 2),
    },
  },
  published: {
    observed: fact(0, 'published', TALK),
    rows: {
      acceptance: {
        value: 0.0027,
        tag: 'computed',
        source: `derived from the limit of ${PAPER}`,
        agreeWithin: 1.3,
        why: 'derived from the published limit, so it tests nothing by itself',
        role: 'input',
      },
      ses: {
        value: 3.7e-10,
        tag: 'computed',
        source: `derived from the limit of ${PAPER}`,
        agreeWithin: 1.3,
        why: 'derived from the published limit, so it tests nothing by itself',
        role: 'input',
      },
      background: {
        value: 0.044,
        error: 0.02,
        tag: 'published',
        source: TALK,
        agreeWithin: 2,
        why: 'mis-identification maps are known to a factor of several',
      },
      limit: {
        value: 8.5e-10,
        tag: 'published',
        source: TALK,
        agreeWithin: 1.3,
        why: 'the cuts on the π⁰ are our own',
      },
    },
  },
});
