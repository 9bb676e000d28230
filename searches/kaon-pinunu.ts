import { branchingRatio, decay, defineSearch, fact, GeV, GeV2, measured, metres } from 'spillway/search';

const PAPER = 'JHEP 06 (2021) 093, arXiv:2103.15389';
const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';

const oneTrackCuts = {
  'vertex in the decay volume': { observable: 'vertexZ', between: [metres(105), metres(170)], source: PAPER },
  'track meets the beam': { observable: 'vertexChiSquare', below: 4, source: 'closest approach below 4 mm' },
  'not from upstream': {
    observable: 'upstreamExit',
    above: 1,
    source: 'NA62 framework of 2019; docs/decisions/0022-the-kaon-chain-read-again.md',
  },
  'pion momentum above 15 GeV': { observable: 'smallestMomentum', above: GeV(15), source: PAPER },
  'pion momentum below 45 GeV': { observable: 'largestMomentum', below: GeV(45), source: PAPER },
} as const;

export default defineSearch({
  id: 'kaon-pinunu',
  title: 'The experiment’s main goal: K⁺ → π⁺νν̄',
  channel: 'K⁺ → π⁺νν̄',
  summary:
    'One π⁺ and nothing else, with the beam particle measured: two regions of missing mass on both sides of the π⁰, in the larger part of the 2018 data, normalised to K⁺ → π⁺π⁰ from the control trigger. Tails, upstream background, trigger and random veto are published numbers.',
  references: [PAPER, TALK],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-27', record: 'docs/decisions/0022-the-kaon-chain-read-again.md' },
  signal: decay('K+ -> pi+ nu nubar'),
  triggers: ['pnn'],
  selection: {
    tracks: ['pi+'],
    parent: 'beam spectrometer',
    tracksReach: ['rich', 'newChod', 'calorimeter'],
    cuts: oneTrackCuts,
  },
  discriminant: [
    { observable: 'missingMassSquared', from: GeV2(-0.02), to: GeV2(0.12), bins: 140 },
    { observable: 'smallestMomentum', from: GeV(15), to: GeV(45), bins: 6 },
  ],
  regions: {
    R1: [
      [0, 0.01],
      [15, 35],
    ],
    R2: [
      [0.026, 0.068],
      [15, 45],
    ],
    'control π⁺π⁰': [
      [0.015, 0.021],
      [15, 45],
    ],
    'control π⁺π⁺π⁻': [
      [0.068, 0.072],
      [15, 45],
    ],
  },
  blind: ['R1', 'R2'],
  signalRegion: ['R1', 'R2'],
  normalisation: {
    ...decay('K+ -> pi+ pi0'),
    branchingRatio: branchingRatio('K+ -> pi+ pi0'),
    triggers: ['control'],
    selection: {
      tracks: ['pi+'],
      parent: 'beam spectrometer',
      tracksReach: ['rich', 'newChod', 'calorimeter'],
      cuts: {
        ...oneTrackCuts,
        'at the π⁰': { observable: 'missingMassSquared', between: [GeV2(0.015), GeV2(0.021)], source: PAPER },
      },
    },
    axis: { observable: 'missingMassSquared', from: GeV2(0.01), to: GeV2(0.026), bins: 64 },
    observed: measured(11.6e7, 1.1e4, 'recalled', PAPER, 'S2 of 2018, before undoing the downscaling'),
    systematics: {},
    signalEfficiencies: {
      trigger: measured(0.89, 0.05, 'recalled', PAPER),
      'random veto': measured(0.66, 0.01, 'recalled', PAPER),
    },
  },
  backgrounds: {},
  citedBackgrounds: {
    'K⁺ → π⁺π⁰(γ), tail of the kinematics': measured(0.52, 0.05, 'recalled', PAPER, 'control counts × f_kin'),
    'K⁺ → μ⁺ν(γ), tail of the kinematics': measured(0.45, 0.06, 'recalled', PAPER, 'control counts × f_kin'),
    'K⁺ → π⁺π⁻e⁺ν': measured(0.41, 0.1, 'recalled', PAPER),
    'K⁺ → π⁺π⁺π⁻': measured(0.17, 0.08, 'recalled', PAPER),
    upstream: measured(2.76, 0.8, 'recalled', PAPER, 'not a decay in the volume; +0.90 −0.70'),
  },
  spectra: {
    'missing mass': { observable: 'missingMassSquared', from: GeV2(-0.02), to: GeV2(0.12), bins: 140 },
  },
  checks: {},
  analyses: {
    'all of Run 1': {
      kind: 'category measurement',
      referenceBranchingRatio: fact(8.4e-11, 'recalled', 'Standard Model, JHEP 11 (2015) 033'),
      categories: {
        '2016': {
          observed: fact(1, 'published', 'PLB 791 (2019) 156, arXiv:1811.08508'),
          background: measured(0.152, 0.09, 'recalled', 'arXiv:1811.08508'),
          expectedSignal: measured(0.267, 0.02, 'recalled', 'arXiv:1811.08508'),
        },
        '2017': {
          observed: fact(2, 'published', 'JHEP 11 (2020) 042'),
          background: measured(1.5, 0.3, 'recalled', 'JHEP 11 (2020) 042'),
          expectedSignal: measured(2.16, 0.13, 'recalled', 'JHEP 11 (2020) 042'),
        },
        '2018': {
          observed: fact(17, 'recalled', PAPER, 'both parts; 20 in all of Run 1'),
          background: measured(5.42, 0.87, 'recalled', PAPER, '+0.99 −0.75'),
          expectedSignal: measured(7.58, 0.4, 'recalled', PAPER),
        },
      },
      precision: 0.1,
      published: {
        branchingRatio: {
          value: 10.6e-11,
          error: 3.7e-11,
          tag: 'published',
          source: PAPER,
          agreeWithin: 1.1,
          role: 'closure',
          why: 'the publication fits more categories, in bins of momentum',
        },
        significance: {
          value: 3.4,
          tag: 'published',
          source: PAPER,
          agreeWithin: 1.1,
          role: 'closure',
          why: 'the publication fits more categories, in bins of momentum',
        },
      },
    },
  },
  published: {
    observed: fact(17, 'recalled', PAPER, 'both parts of 2018'),
    rows: {
      acceptance: {
        value: 0.0637,
        error: 0.0064,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.5,
        why: 'vetoes set off by the pion and the redundant kinematics are not simulated',
      },
      ses: {
        value: 0.14e-10,
        error: 0.01e-10,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.3,
        why: 'as the acceptance, which cancels in part',
      },
      background: {
        value: 4.31,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 1.1,
        why: 'every source is a published number',
        role: 'input',
      },
    },
  },
});
