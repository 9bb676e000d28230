import {
  branchingRatio,
  closedKinematics,
  decay,
  defineSearch,
  fact,
  GeV,
  MeV,
  measured,
  publishedBackground,
  threeTrackCuts,
} from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PRL 127 (2021) 131802, arXiv:2105.06759';

export default defineSearch({
  id: 'kaon-piminus-mue',
  title: 'Lepton-number and lepton-flavour violation in K⁺ → π⁻μ⁺e⁺',
  channel: 'K⁺ → π⁻μ⁺e⁺',
  summary:
    'Three tracks π⁻μ⁺e⁺ from one vertex with the momentum of the beam and the mass of the kaon, in the 2017–2018 data, normalised to a published effective number of kaon decays from K⁺ → π⁺π⁺π⁻.',
  references: [PAPER, TALK],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0022-the-kaon-chain-read-again.md' },
  signal: decay('K+ -> pi- mu+ e+'),
  triggers: ['multiTrack', 'muonElectron', 'dielectron'],
  selection: {
    tracks: ['pi-', 'mu+', 'e+'],
    parent: 'run-averaged beam',
    tracksReach: ['rich', 'newChod', 'calorimeter'],
    photonVeto: 'large angle',
    cuts: {
      ...threeTrackCuts,
      'positron below 45 GeV': { observable: 'largestMomentum', of: ['e+'], below: GeV(45), source: 'record 0004' },
      ...closedKinematics,
      'not a Dalitz pair': {
        observable: 'mass',
        of: ['pi-', 'e+'],
        as: ['e-', 'e+'],
        above: MeV(140),
        source: 'docs/decisions/0022-the-kaon-chain-read-again.md (recalled)',
      },
    },
  },
  discriminant: [{ observable: 'mass', from: MeV(450), to: MeV(540), bins: 180 }],
  regions: {
    signal: [[0.49, 0.498]],
    'lower control': [[0.478, 0.49]],
    'upper control': [[0.498, 0.51]],
  },
  blind: ['signal'],
  signalRegion: 'signal',
  limit: { method: 'cls', level: 0.9 },
  normalisation: {
    kaonDecays: measured(1.33e12, 0.02e12, 'recalled', PAPER, 'effective: all lines fired'),
    systematics: {
      'trigger and reconstruction': fact(0.035, 'recalled', PAPER, 'total error of the quoted sensitivity'),
    },
  },
  backgrounds: {
    'K⁺ → π⁺π⁺π⁻': {
      ...decay('K+ -> pi+ pi+ pi-'),
      eventsFactor: 4,
      branchingRatio: branchingRatio('K+ -> pi+ pi+ pi-'),
      published: publishedBackground(0.22, 0.15, PAPER),
    },
    'K⁺ → π⁺e⁺e⁻': {
      ...decay('K+ -> pi+ e+ e-'),
      branchingRatio: branchingRatio('K+ -> pi+ e+ e-'),
      published: publishedBackground(0.63, 0.13, PAPER),
    },
    'K⁺ → μ⁺νe⁺e⁻': {
      ...decay('K+ -> mu+ nu e+ e-'),
      models: ['kaon-mu-neutrino-e-pair-full'],
      eventsFactor: 3,
      branchingRatio: branchingRatio('K+ -> mu+ nu e+ e-'),
      published: publishedBackground(0.13, 0.02, PAPER),
    },
    'K⁺ → π⁺π⁻e⁺ν': {
      ...decay('K+ -> pi+ pi- e+ nu'),
      branchingRatio: branchingRatio('K+ -> pi+ pi- e+ nu'),
      published: publishedBackground(0.07, 0.02, PAPER),
    },
    'K⁺ → π⁺μ⁺μ⁻': { ...decay('K+ -> pi+ mu+ mu-'), branchingRatio: branchingRatio('K+ -> pi+ mu+ mu-') },
    'K⁺ → π⁺π⁰, π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> pi+ (pi0 -> e+ e- gamma)'),
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> e+ e- gamma)'),
    },
    'K⁺ → π⁰μ⁺ν, π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> (pi0 -> e+ e- gamma) mu+ nu'),
      branchingRatio: branchingRatio('K+ -> (pi0 -> e+ e- gamma) mu+ nu'),
    },
  },
  spectra: {
    'total momentum': { observable: 'totalMomentum', from: GeV(60), to: GeV(90), bins: 60 },
  },
  checks: {},
  published: {
    observed: fact(0, 'published', TALK),
    earlierLimit: fact(5.0e-10, 'published', TALK, 'PDG 2019; improved by a factor of 12'),
    improvement: fact(12, 'published', TALK),
    rows: {
      acceptance: {
        value: 0.049,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.5,
        why: 'absolute: kaon tagging, pile-up and timing losses are not simulated',
      },
      ses: {
        value: 1.82e-11,
        error: 0.08e-11,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.5,
        why: 'as the acceptance',
      },
      background: {
        value: 1.07,
        error: 0.2,
        tag: 'published',
        source: TALK,
        agreeWithin: 2,
        why: 'mis-identification maps are known to a factor of several',
      },
      limit: { value: 4.2e-11, tag: 'published', source: TALK, agreeWithin: 1.5, why: 'as the acceptance' },
    },
  },
});
