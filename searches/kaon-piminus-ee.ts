import {
  branchingRatio,
  closedKinematics,
  decay,
  defineSearch,
  fact,
  GeV,
  MeV,
  measured,
  threeTrackCuts,
} from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 830 (2022) 137172, arXiv:2202.00331';
const EARLIER = 'PLB 797 (2019) 134794, arXiv:1905.07770';

const electronCuts = {
  ...threeTrackCuts,
  'electrons below 45 GeV': { observable: 'largestMomentum', of: ['e+'], below: GeV(45), source: 'record 0004' },
  ...closedKinematics,
} as const;

export default defineSearch({
  id: 'kaon-piminus-ee',
  title: 'Lepton-number violation in K⁺ → π⁻e⁺e⁺',
  channel: 'K⁺ → π⁻e⁺e⁺',
  summary:
    'Three tracks π⁻e⁺e⁺ from one vertex with the momentum of the beam and the mass of the kaon, in the 2017–2018 data, normalised to K⁺ → π⁺e⁺e⁻ from the same trigger lines.',
  references: [PAPER, EARLIER, TALK],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-28', record: 'docs/decisions/0034-photons-that-convert.md' },
  signal: decay('K+ -> pi- e+ e+'),
  triggers: ['multiTrack', 'dielectron'],
  selection: {
    tracks: ['pi-', 'e+', 'e+'],
    parent: 'run-averaged beam',
    tracksReach: ['rich', 'newChod', 'calorimeter'],
    photonVeto: 'large angle',
    cuts: electronCuts,
  },
  discriminant: [{ observable: 'mass', from: MeV(450), to: MeV(540), bins: 450 }],
  regions: {
    signal: [[0.4886, 0.4988]],
    'lower control': [[0.4632, 0.4784]],
    'upper control': [[0.5, 0.53]],
  },
  blind: ['signal'],
  signalRegion: 'signal',
  limit: { method: 'cls', level: 0.9 },
  normalisation: {
    ...decay('K+ -> pi+ e+ e-'),
    branchingRatio: branchingRatio('K+ -> pi+ e+ e-'),
    selection: {
      tracks: ['pi+', 'e+', 'e-'],
      parent: 'run-averaged beam',
      tracksReach: ['rich', 'newChod', 'calorimeter'],
      photonVeto: 'large angle',
      cuts: {
        ...electronCuts,
        'electrons below 45 GeV': {
          observable: 'largestMomentum',
          of: ['e+', 'e-'],
          below: GeV(45),
          source: 'record 0004',
        },
        'above the π⁰': { observable: 'mass', of: ['e+', 'e-'], above: MeV(140), source: PAPER },
        'kaon mass': { observable: 'mass', between: [MeV(470), MeV(505)], source: PAPER },
      },
    },
    axis: { observable: 'mass', from: MeV(465), to: MeV(510), bins: 90 },
    observed: measured(11041, 105, 'recalled', PAPER),
    systematics: { 'trigger efficiency': fact(0.01, 'recalled', PAPER) },
  },
  backgrounds: {
    'K⁺ → π⁺e⁺e⁻': { ...decay('K+ -> pi+ e+ e-'), branchingRatio: branchingRatio('K+ -> pi+ e+ e-') },
    'K⁺ → π⁺π⁰, π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> pi+ (pi0 -> e+ e- gamma)'),
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> e+ e- gamma)'),
    },
    'K⁺ → π⁰e⁺ν, π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> (pi0 -> e+ e- gamma) e+ nu'),
      eventsFactor: 10,
      branchingRatio: branchingRatio('K+ -> (pi0 -> e+ e- gamma) e+ nu'),
    },
    'K⁺ → π⁰e⁺ν, π⁰ → e⁺e⁻γ, γ → e⁺e⁻ in a chamber': {
      ...decay('K+ -> (pi0 -> e+ e- gamma) e+ nu'),
      conversions: 1,
      branchingRatio: branchingRatio('K+ -> (pi0 -> e+ e- gamma) e+ nu'),
    },
    'K⁺ → π⁺π⁻e⁺ν': { ...decay('K+ -> pi+ pi- e+ nu'), branchingRatio: branchingRatio('K+ -> pi+ pi- e+ nu') },
    'K⁺ → π⁺π⁺π⁻': { ...decay('K+ -> pi+ pi+ pi-'), branchingRatio: branchingRatio('K+ -> pi+ pi+ pi-') },
    'K⁺ → e⁺νe⁺e⁻': {
      ...decay('K+ -> e+ nu e+ e-'),
      models: ['kaon-e-neutrino-e-pair-full'],
      branchingRatio: branchingRatio('K+ -> e+ nu e+ e-'),
    },
  },
  spectra: {
    'total momentum': { observable: 'totalMomentum', from: GeV(60), to: GeV(90), bins: 60 },
  },
  checks: {},
  published: {
    observed: fact(0, 'published', TALK),
    earlierLimit: fact(6.4e-10, 'published', TALK, 'PDG 2019'),
    improvement: fact(12, 'published', TALK),
    rows: {
      acceptanceRatio: {
        value: 1.18,
        tag: 'computed',
        source: `4.3 % / 3.63 %, ${PAPER}`,
        agreeWithin: 1.1,
        why: 'the same selection for both',
      },
      ses: {
        value: 2.3e-11,
        tag: 'computed',
        source: `derived from the limit of ${PAPER}`,
        agreeWithin: 1.3,
        why: 'derived from the published limit, so it tests nothing by itself',
        role: 'input',
      },
      background: {
        value: 0.43,
        error: 0.09,
        tag: 'published',
        source: TALK,
        agreeWithin: 2,
        why: 'mis-identification maps are known to a factor of several',
      },
      limit: { value: 5.3e-11, tag: 'published', source: TALK, agreeWithin: 1.3, why: 'as the acceptance ratio' },
    },
  },
});
