import {
  branchingRatio,
  decay,
  defineSearch,
  fact,
  GeV,
  GeV2,
  measured,
  metres,
  publishedBackground,
} from 'spillway/search';

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

const CODE = 'NA62 framework of 2019, KinematicTails; docs/decisions/0036-pinunu-backgrounds.md';

/** Where m²miss lies in a signal region, as it is and between these momenta (GeV). */
const inRegion = {
  R1: { observable: 'missingMassSquared', between: [GeV2(0), GeV2(0.01)] },
  R2: { observable: 'missingMassSquared', between: [GeV2(0.026), GeV2(0.068)] },
} as const;
const momentum = (from: number, to: number) =>
  ({ observable: 'smallestMomentum', between: [GeV(from), GeV(to)] }) as const;

/** Two more readings of the missing mass, asked for in the signal regions alone. */
const redundantCuts = {
  'R1 with the mean beam': {
    observable: 'meanBeamMissingMassSquared',
    between: [GeV2(-0.005), GeV2(0.0135)],
    where: [inRegion.R1, momentum(15, 25)],
    source: CODE,
  },
  'R1 with the mean beam, from 25 GeV': {
    observable: 'meanBeamMissingMassSquared',
    between: [GeV2(0), GeV2(0.0135)],
    where: [inRegion.R1, momentum(25, 45)],
    source: CODE,
  },
  'R2 with the mean beam': {
    observable: 'meanBeamMissingMassSquared',
    between: [GeV2(0.024), GeV2(0.068)],
    where: [inRegion.R2],
    source: CODE,
  },
  'R1 with the ring, to 20 GeV': {
    observable: 'ringMissingMassSquared',
    between: [GeV2(0), GeV2(0.01)],
    where: [inRegion.R1, momentum(15, 20)],
    source: CODE,
  },
  'R1 with the ring, to 25 GeV': {
    observable: 'ringMissingMassSquared',
    between: [GeV2(0), GeV2(0.02)],
    where: [inRegion.R1, momentum(20, 25)],
    source: CODE,
  },
  'R1 with the ring': {
    observable: 'ringMissingMassSquared',
    between: [GeV2(-0.005), GeV2(0.02)],
    where: [inRegion.R1, momentum(25, 45)],
    source: CODE,
  },
  'R2 with the ring': {
    observable: 'ringMissingMassSquared',
    between: [GeV2(0.02), GeV2(0.07)],
    where: [inRegion.R2],
    source: CODE,
  },
} as const;

const published = (value: number, error: number, why: string) => ({
  ...publishedBackground(value, error, PAPER),
  why,
});

export default defineSearch({
  id: 'kaon-pinunu',
  title: 'The experiment’s main goal: K⁺ → π⁺νν̄',
  channel: 'K⁺ → π⁺νν̄',
  summary:
    'One π⁺ and nothing else, with the beam particle measured: two regions of missing mass on both sides of the π⁰, in the larger part of the 2018 data, normalised to K⁺ → π⁺π⁰ from the control trigger. Backgrounds of decays are computed, tails of the kinematics included; the upstream background, trigger and random veto are published numbers.',
  references: [PAPER, TALK],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-28', record: 'docs/decisions/0036-pinunu-backgrounds.md' },
  signal: decay('K+ -> pi+ nu nubar'),
  triggers: ['pnn'],
  selection: {
    tracks: ['pi+'],
    parent: 'beam spectrometer',
    tracksReach: ['rich', 'newChod', 'calorimeter'],
    identification: 'strict',
    photonVeto: 'hermetic',
    cuts: { ...oneTrackCuts, ...redundantCuts },
  },
  discriminant: [
    { observable: 'missingMassSquared', from: GeV2(-0.05), to: GeV2(0.12), bins: 170 },
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
    'μ⁺ν': [
      [-0.05, 0],
      [15, 45],
    ],
    'below π⁺π⁰': [
      [0.01, 0.015],
      [15, 45],
    ],
    'control π⁺π⁰': [
      [0.015, 0.021],
      [15, 45],
    ],
    'above π⁺π⁰': [
      [0.021, 0.026],
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
      identification: 'strict',
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
  backgrounds: {
    'K⁺ → π⁺π⁰': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma)'),
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma)'),
      published: published(0.52, 0.05, 'with π⁺π⁰γ; the publication multiplies its control sample by a measured tail'),
    },
    'K⁺ → π⁺π⁰γ': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma) gamma'),
      models: ['kaon-two-pion-photon-wide'],
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma) gamma'),
    },
    'K⁺ → μ⁺ν': {
      ...decay('K+ -> mu+ nu'),
      branchingRatio: branchingRatio('K+ -> mu+ nu'),
      published: published(0.45, 0.06, 'with μ⁺νγ; the publication multiplies its control sample by a measured tail'),
    },
    'K⁺ → μ⁺νγ': {
      ...decay('K+ -> mu+ nu gamma'),
      branchingRatio: branchingRatio('K+ -> mu+ nu gamma'),
    },
    'K⁺ → π⁺π⁻e⁺ν': {
      ...decay('K+ -> pi+ pi- e+ nu'),
      branchingRatio: branchingRatio('K+ -> pi+ pi- e+ nu'),
      published: published(0.41, 0.1, 'efficiencies of the charged vetoes are not public'),
    },
    'K⁺ → π⁺π⁺π⁻': {
      ...decay('K+ -> pi+ pi+ pi-'),
      branchingRatio: branchingRatio('K+ -> pi+ pi+ pi-'),
      published: published(0.17, 0.08, 'efficiencies of the charged vetoes are not public'),
    },
  },
  citedBackgrounds: {
    upstream: measured(2.76, 0.8, 'recalled', PAPER, 'not a decay in the volume; +0.90 −0.70'),
  },
  spectra: {
    'missing mass': { observable: 'missingMassSquared', from: GeV2(-0.05), to: GeV2(0.12), bins: 170 },
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
        why: 'vetoes set off by the pion itself are not simulated',
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
        value: 1.55,
        error: 0.14,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 2,
        why: '4.31 without the upstream background, which is cited; bands of vetoes and identification',
      },
    },
  },
});
