import {
  branchingRatio,
  decay,
  defineSearch,
  fact,
  kaonToPionGluonAlp,
  MeV,
  measured,
  metres,
  trackAndPhotonPairCuts,
} from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 850 (2024) 138513, arXiv:2311.01837';
const TOY = 'straight-line simulation with the quoted single-track resolutions';
const OCTET = 'leading order of the weak octet, arXiv:2102.13112';

const MERGED = `291 ± 14 in all, ${PAPER}; shared out by the simulation of merged clusters`;

const couplingMasses = Array.from({ length: 31 }, (_, i) => MeV(205 + 4.9 * i));

const resolution = (mass: number, sigma: number) => ({
  mass: MeV(mass),
  value: MeV(sigma),
  tag: 'computed' as const,
  source: `${TOY}; the talk quotes 2.0 MeV at the lowest mass and 0.2 MeV at the highest, ${TALK}`,
  agreeWithin: 1.15,
  why: 'beam spectrometer and tracking alone decide it',
  unit: 'GeV',
});

const selection = {
  tracks: ['pi+'],
  photons: 2,
  parent: 'beam spectrometer',
  tracksReach: ['rich', 'newChod', 'calorimeter'],
  photonVeto: 'all',
  cuts: trackAndPhotonPairCuts,
} as const;

/** The published candidates of K⁺ → π⁺γγ, which count the kaons. */
const visible = {
  ...selection,
  cuts: {
    ...selection.cuts,
    'z above 0.20': { observable: 'missingMass', of: ['pi+'], above: MeV(220.8), source: PAPER },
  },
} as const;

export default defineSearch({
  id: 'kaon-pia-gg',
  title: 'An axion-like particle in K⁺ → π⁺a, a → γγ',
  channel: 'K⁺ → π⁺a, a → γγ',
  summary:
    'A narrow peak in m_a = √(P_K − P_π)², from beam spectrometer and spectrometer, over the spectrum of K⁺ → π⁺γγ in the 2017–2018 data, for 287 masses. Normalised to the published candidates of K⁺ → π⁺γγ, so that losses common to both cancel. Sizes of the backgrounds are cited; shapes, acceptances and resolutions are simulated.',
  references: [PAPER, TALK],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0014-mass-scan-cuts.md' },
  signal: {
    ...decay('K+ -> pi+ (a -> gamma gamma)', { a: { mass: MeV(250), lifetime: 'prompt' } }),
    eventsFactor: 0.25,
  },
  triggers: ['control', 'nonMuon'],
  selection,
  discriminant: [{ observable: 'missingMass', of: ['pi+'], from: MeV(200), to: MeV(360), bins: 4000 }],
  regions: { signal: [[0.2208, 0.36]] },
  blind: ['signal'],
  signalRegion: 'signal',
  normalisation: {
    ...decay('K+ -> pi+ gamma gamma'),
    eventsFactor: 0.25,
    branchingRatio: measured(9.61e-7, 0.17e-7, 'published', PAPER),
    selection: visible,
    axis: { observable: 'missingMass', of: ['pi+'], from: MeV(200), to: MeV(360), bins: 80 },
    observed: measured(3693, 65, 'computed', `3984 − 291, ${PAPER}`),
    systematics: {},
  },
  backgrounds: {
    'K⁺ → π⁺γγ': {
      ...decay('K+ -> pi+ gamma gamma'),
      branchingRatio: branchingRatio('K+ -> pi+ gamma gamma'),
      events: measured(3693, 63, 'computed', `3984 − 291, ${PAPER}`),
    },
    'K⁺ → π⁺π⁰γ, merged clusters': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma) gamma'),
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma) gamma'),
      eventsFactor: 2,
      shapeWithout: ['kaon mass'],
      events: measured(119, 6, 'computed', MERGED),
    },
    'K⁺ → π⁺π⁰π⁰, merged clusters': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> gamma gamma)'),
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> gamma gamma)'),
      eventsFactor: 2,
      shapeWithout: ['kaon mass'],
      events: measured(172, 8, 'computed', MERGED),
    },
  },
  spectra: {},
  checks: {
    'K⁺ → π⁺γγ, z > 0.20': {
      quantity: 'acceptance',
      ...decay('K+ -> pi+ gamma gamma'),
      eventsFactor: 0.25,
      selection: visible,
      axis: { observable: 'missingMass', of: ['pi+'], from: MeV(200), to: MeV(360), bins: 80 },
      published: {
        value: 0.07,
        tag: 'computed',
        source: `3693 / (5.5e10 · 9.61e-7), ${PAPER}; the number of kaon decays is recalled`,
        agreeWithin: 1.5,
        selection: 'unknown',
        why: 'absolute: tagging, pile-up vetoes and reconstruction losses are not simulated',
      },
    },
  },
  analyses: {
    masses: {
      kind: 'mass scan',
      masses: { a: { from: MeV(207), to: MeV(350), step: MeV(0.5) } },
      window: { sigmas: 1.5 },
      simulated: { every: 13, eventsFactor: 0.065536, candidates: 400 },
      resolution: { halfRange: MeV(12), bins: 960 },
      toys: 1000,
      lifetimes: {
        particle: 'a',
        masses: [MeV(207), MeV(250), MeV(300), MeV(340)],
        values: [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3].map((length) => metres(length)),
        eventsFactor: 0.065536,
      },
      coupling: {
        model: 'alp-gluon',
        branchingFraction: {
          masses: couplingMasses,
          values: couplingMasses.map((mass) => kaonToPionGluonAlp(mass)),
          tag: 'computed',
          source: OCTET,
        },
        from: 1e-7,
        to: 1e-2,
      },
      published: {
        resolutions: [resolution(207, 2.08), resolution(250, 1.45), resolution(300, 0.87), resolution(350, 0.21)],
      },
    },
  },
  published: { observed: fact(3984, 'published', PAPER), rows: {} },
});
