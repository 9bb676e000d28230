import { branchingRatio, decay, defineSearch, fact, GeV, GeV2, MeV, measured, metres, mm } from 'spillway/search';

const PAPER = 'JHEP 09 (2023) 040';
const RECORD = 'record 0015 (proposal)';
const THEORY = 'chiral perturbation theory of order p⁶, as quoted in JHEP 09 (2023) 040';
const RADIATED = 'gamma radiated';
const OF_PION = 'gamma of π⁰';
/** K⁺ → π⁰e⁺ν candidates. */
const KE3 = 6.6e7;

const commonCuts = {
  'vertex in the decay volume': { observable: 'vertexZ', between: [metres(105), metres(170)], source: RECORD },
  'track meets the beam': {
    observable: 'vertexChiSquare',
    below: 25,
    source: 'closest approach below 10 mm (proposal)',
  },
  'positron above 8 GeV': { observable: 'smallestMomentum', of: ['e+'], above: GeV(8), source: RECORD },
  'positron below 45 GeV': { observable: 'largestMomentum', of: ['e+'], below: GeV(45), source: 'record 0004' },
  'clusters away from the track': { observable: 'separationCalorimeter', above: mm(150), source: RECORD },
  'one neutrino': { observable: 'missingMassSquared', between: [GeV2(-0.01), GeV2(0.01)], source: RECORD },
} as const;

/** Cuts on clusters, in the roles that the photons have. */
const clusterCuts = (photons: readonly string[], ofPion: string) =>
  ({
    'clusters above 4 GeV': { observable: 'smallestMomentum', of: photons, above: GeV(4), source: RECORD },
    'clusters apart': { observable: 'separationCalorimeter', of: photons, above: mm(200), source: RECORD },
    'mass of the π⁰': { observable: 'mass', of: [ofPion], between: [MeV(120), MeV(150)], source: RECORD },
  }) as const;

const energyAbove = (energy: number) =>
  ({ observable: 'parentFrameEnergy', of: [RADIATED], above: MeV(energy), source: PAPER }) as const;
const cosine = { observable: 'parentFrameCosine', of: ['e+', RADIATED] } as const;
const error = (value: number, agreeWithin: number, why: string) =>
  ({ value, tag: 'recalled', source: PAPER, agreeWithin, why, role: 'given by the count' }) as const;
const theory = (value: number, uncertainty: number) =>
  ({
    value,
    error: uncertainty,
    tag: 'recalled',
    source: THEORY,
    agreeWithin: 1.03,
    why: 'inner bremsstrahlung alone: the structure-dependent part is left out',
  }) as const;
const acceptanceRatio = (events: number, ratio: number) =>
  ({
    value: events / (KE3 * ratio),
    tag: 'computed',
    source: `${events} / (${KE3} · ${ratio}), ${PAPER}`,
    agreeWithin: 1.3,
    selection: 'unknown',
    why: 'the published selection is not at hand; cuts against bremsstrahlung of the positron in material, which take radiated photons with them, are not simulated',
  }) as const;

export default defineSearch({
  id: 'kaon-ke3g',
  title: 'Radiative decay K⁺ → π⁰e⁺νγ',
  channel: 'K⁺ → π⁰e⁺νγ',
  summary:
    'One e⁺ and three clusters, with the beam particle measured: the rate relative to K⁺ → π⁰e⁺ν in three regions of photon energy and angle, and a T-odd asymmetry. The measured ratios, about 5 % below theory, and the sizes of the samples are cited; acceptances and statistical reach are computed.',
  references: [PAPER],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0015-ke3g-cuts.md' },
  signal: {
    ...decay('K+ -> (pi0 -> gamma gamma) e+ nu gamma'),
    models: ['kaon-pion-e-neutrino-photon-wide'],
    eventsFactor: 0.6,
  },
  triggers: ['control'],
  selection: {
    tracks: ['e+'],
    photons: [OF_PION, OF_PION, RADIATED],
    best: { observable: 'mass', of: [OF_PION], nearest: MeV(134.9768) },
    parent: 'beam spectrometer',
    tracksReach: ['rich', 'newChod', 'calorimeter'],
    photonVeto: 'all',
    cuts: { ...commonCuts, ...clusterCuts([OF_PION, RADIATED], OF_PION) },
  },
  discriminant: [{ observable: 'missingMassSquared', from: GeV2(-0.02), to: GeV2(0.02), bins: 80 }],
  regions: { signal: [[-0.01, 0.01]] },
  blind: ['signal'],
  signalRegion: 'signal',
  pseudoSignal: fact(1.3e5, 'recalled', PAPER),
  normalisation: {
    ...decay('K+ -> (pi0 -> gamma gamma) e+ nu'),
    eventsFactor: 0.2,
    branchingRatio: branchingRatio('K+ -> (pi0 -> gamma gamma) e+ nu'),
    selection: {
      tracks: ['e+'],
      photons: 2,
      parent: 'beam spectrometer',
      tracksReach: ['rich', 'newChod', 'calorimeter'],
      photonVeto: 'all',
      cuts: { ...commonCuts, ...clusterCuts(['gamma'], 'gamma') },
    },
    axis: { observable: 'missingMassSquared', from: GeV2(-0.02), to: GeV2(0.02), bins: 80 },
    observed: measured(KE3, 8.1e3, 'recalled', PAPER),
    systematics: {},
  },
  backgrounds: {
    'K⁺ → π⁰π⁰e⁺ν with a lost photon': {
      ...decay('K+ -> (pi0 -> gamma gamma) (pi0 -> gamma gamma) e+ nu'),
      eventsFactor: 0.1,
      branchingRatio: branchingRatio('K+ -> (pi0 -> gamma gamma) (pi0 -> gamma gamma) e+ nu'),
    },
    'K⁺ → π⁺π⁰π⁰ with a lost photon': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> gamma gamma)'),
      eventsFactor: 0.1,
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma) (pi0 -> gamma gamma)'),
    },
    'K⁺ → π⁺π⁰γ': {
      ...decay('K+ -> pi+ (pi0 -> gamma gamma) gamma'),
      models: ['kaon-two-pion-photon-wide'],
      eventsFactor: 0.1,
      branchingRatio: branchingRatio('K+ -> pi+ (pi0 -> gamma gamma) gamma'),
    },
  },
  spectra: {
    'photon energy': { observable: 'parentFrameEnergy', of: [RADIATED], from: MeV(0), to: MeV(230), bins: 46 },
    'angle of positron and photon': { ...cosine, from: -1, to: 1, bins: 40 },
    'triple product': {
      observable: 'parentFrameTripleProduct',
      of: [RADIATED, 'e+', OF_PION],
      from: -0.008,
      to: 0.008,
      bins: 40,
    },
  },
  checks: {},
  analyses: {
    ratios: {
      kind: 'ratios in regions',
      finalState: [OF_PION, OF_PION, 'e+', null, RADIATED],
      odd: {
        symbol: 'ξ',
        positive: {
          observable: 'parentFrameTripleProduct',
          of: [RADIATED, 'e+', OF_PION],
          above: 0,
          source: PAPER,
        },
      },
      regions: {
        S1: {
          conditions: [energyAbove(10), { ...cosine, below: 0.984807753, source: `θ > 10°, ${PAPER}` }],
          events: fact(1.3e5, 'recalled', PAPER),
          ratio: { ...measured(1.715e-2, 0.005e-2, 'recalled', PAPER), systematic: 0.01e-2 },
          asymmetry: { ...measured(-1.2e-3, 2.8e-3, 'recalled', PAPER), systematic: 1.9e-3 },
          theory: theory(1.804e-2, 0.021e-2),
          acceptanceRatio: acceptanceRatio(1.3e5, 1.715e-2),
          ratioError: error(0.005e-2, 1.2, 'printed with one digit'),
          asymmetryError: error(2.8e-3, 1.05, 'printed with two digits'),
        },
        S2: {
          conditions: [energyAbove(30), { ...cosine, below: 0.9396926208, source: `θ > 20°, ${PAPER}` }],
          events: fact(5.4e4, 'recalled', PAPER),
          ratio: { ...measured(0.609e-2, 0.003e-2, 'recalled', PAPER), systematic: 0.006e-2 },
          asymmetry: { ...measured(-3.4e-3, 4.3e-3, 'recalled', PAPER), systematic: 3.0e-3 },
          theory: theory(0.64e-2, 0.008e-2),
          acceptanceRatio: acceptanceRatio(5.4e4, 0.609e-2),
          ratioError: error(0.003e-2, 1.2, 'printed with one digit'),
          asymmetryError: error(4.3e-3, 1.05, 'printed with two digits'),
        },
        S3: {
          conditions: [energyAbove(10), { ...cosine, between: [0.6, 0.9], source: PAPER }],
          events: fact(3.9e4, 'recalled', PAPER),
          ratio: { ...measured(0.533e-2, 0.003e-2, 'recalled', PAPER), systematic: 0.004e-2 },
          asymmetry: { ...measured(-9.1e-3, 5.1e-3, 'recalled', PAPER), systematic: 3.5e-3 },
          theory: theory(0.559e-2, 0.006e-2),
          acceptanceRatio: acceptanceRatio(3.9e4, 0.533e-2),
          ratioError: error(0.003e-2, 1.2, 'printed with one digit'),
          asymmetryError: error(5.1e-3, 1.05, 'printed with two digits'),
        },
      },
    },
  },
  published: { observed: fact(1.3e5, 'recalled', PAPER), rows: {} },
});
