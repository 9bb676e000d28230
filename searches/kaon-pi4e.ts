import {
  branchingRatio,
  decay,
  defineSearch,
  fact,
  fiveTrackChambers,
  fiveTrackCuts,
  GeV,
  MeV,
  massOf,
  measured,
} from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 846 (2023) 138193, arXiv:2307.04579';

export default defineSearch({
  id: 'kaon-pi4e',
  title: 'The Standard Model decay K⁺ → π⁺e⁺e⁻e⁺e⁻',
  channel: 'K⁺ → π⁺e⁺e⁻e⁺e⁻',
  summary:
    'Five tracks from one vertex with the momentum of the beam and the mass of the kaon, without particle identification, in the 2017–2018 data, normalised to K⁺ → π⁺π⁰ with π⁰ → e⁺e⁻e⁺e⁻ from the same trigger lines. The signal is generated in the one-photon approximation.',
  references: [PAPER, TALK],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-28', record: 'docs/decisions/0032-sampling-and-the-veto-on-the-pion.md' },
  signal: { ...decay('K+ -> pi+ e+ e- e+ e-'), eventsFactor: 0.25 },
  triggers: ['multiTrack', 'dielectron'],
  selection: {
    tracks: ['pi+', 'e+', 'e+', 'e-', 'e-'],
    identified: false,
    best: { observable: 'mass', nearest: massOf('K+') },
    parent: 'run-averaged beam',
    tracksReach: ['newChod'],
    chambers: fiveTrackChambers,
    cuts: {
      ...fiveTrackCuts,
      'not the π⁰': {
        observable: 'mass',
        of: ['e+', 'e-'],
        outside: [MeV(124.9768), MeV(144.9768)],
        source: PAPER,
      },
    },
    unless: {
      'four electrons at the π⁰': {
        observable: 'mass',
        of: ['e+', 'e-'],
        between: [MeV(124.9768), MeV(144.9768)],
        source: `${PAPER}; docs/decisions/0032-sampling-and-the-veto-on-the-pion.md`,
      },
    },
  },
  discriminant: [
    { observable: 'mass', from: MeV(455), to: MeV(535), bins: 80 },
    { observable: 'momentumExcess', from: GeV(-6), to: GeV(6), bins: 24 },
  ],
  regions: {
    signal: [
      [0.485, 0.502],
      [-2, 2],
    ],
    'lower control': [
      [0.455, 0.475],
      [-2, 2],
    ],
    'upper control': [
      [0.512, 0.532],
      [-2, 2],
    ],
  },
  blind: ['signal'],
  signalRegion: 'signal',
  limit: { method: 'cls', level: 0.9 },
  normalisation: {
    ...decay('K+ -> pi+ (pi0 -> e+ e- e+ e-)'),
    eventsFactor: 0.25,
    branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> e+ e- e+ e-)'),
    selection: {
      tracks: ['pi+', 'e+', 'e+', 'e-', 'e-'],
      identified: false,
      best: { observable: 'mass', nearest: massOf('K+') },
      parent: 'run-averaged beam',
      tracksReach: ['newChod'],
      chambers: fiveTrackChambers,
      cuts: {
        ...fiveTrackCuts,
        'at the π⁰': {
          observable: 'mass',
          of: ['e+', 'e-'],
          between: [MeV(124.9768), MeV(144.9768)],
          source: PAPER,
        },
        'kaon mass': { observable: 'mass', between: [MeV(485), MeV(502)], source: 'the box of the signal' },
        'total momentum': {
          observable: 'momentumExcess',
          between: [GeV(-2), GeV(2)],
          source: 'the box of the signal',
        },
      },
    },
    axis: { observable: 'mass', from: MeV(480), to: MeV(507), bins: 54 },
    observed: measured(2023, 45, 'published', TALK),
    systematics: {
      'trigger efficiency': fact(0.02, 'recalled', PAPER, 'what the quoted error leaves beside the branching ratio'),
    },
  },
  backgrounds: {
    'K⁺ → π⁺π⁰, π⁰ → e⁺e⁻e⁺e⁻': {
      ...decay('K+ -> pi+ (pi0 -> e+ e- e+ e-)'),
      eventsFactor: 0.5,
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> e+ e- e+ e-)'),
    },
    'K⁺ → π⁺π⁰π⁰, both π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> pi+ (pi0 -> e+ e- gamma) (pi0 -> e+ e- gamma)'),
      eventsFactor: 0.5,
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> e+ e- gamma) (pi0 -> e+ e- gamma)'),
    },
    'K⁺ → π⁺π⁰e⁺e⁻, π⁰ → e⁺e⁻γ': {
      ...decay('K+ -> pi+ (pi0 -> e+ e- gamma) e+ e-'),
      eventsFactor: 0.25,
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> e+ e- gamma) e+ e-'),
    },
  },
  spectra: {
    'mass of the four electrons': {
      observable: 'mass',
      of: ['e+', 'e-'],
      from: MeV(0),
      to: MeV(360),
      bins: 72,
    },
    'kaon mass': { observable: 'mass', from: MeV(455), to: MeV(535), bins: 80 },
  },
  checks: {},
  published: {
    observed: fact(0, 'computed', `limit / sensitivity = 2.30, ${TALK}`),
    rows: {
      acceptance: {
        value: 1.85e-4,
        tag: 'published',
        source: TALK,
        agreeWithin: 1.5,
        why: 'absolute: tagging, pile-up and reconstruction losses beyond the efficiency per track are not simulated',
      },
      acceptanceRatio: {
        value: 1.85e-4 / 3.42e-4,
        tag: 'computed',
        source: `1.85e-4 over 2023 / (8.58e11 · 6.9e-6), ${TALK}`,
        agreeWithin: 1.2,
        why: 'one-photon approximation for the signal; trigger included in both',
      },
      ses: {
        value: 6.3e-9,
        tag: 'computed',
        source: `1 / (8.58e11 · 1.85e-4), ${TALK}`,
        agreeWithin: 1.3,
        why: 'as the acceptance ratio',
      },
      background: {
        value: 0.18,
        error: 0.06,
        tag: 'published',
        source: TALK,
        agreeWithin: 2,
        why: 'tails of the resolution and photon conversions',
      },
      limit: { value: 1.4e-8, tag: 'published', source: TALK, agreeWithin: 1.3, why: 'as the acceptance ratio' },
    },
  },
});
