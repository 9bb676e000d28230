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
const PAPER = 'PLB 797 (2019) 134794, arXiv:1905.07770';

const { 'track momenta above 8 GeV': _, ...withoutLowestMomentum } = threeTrackCuts;

/** The three-track recipe, with muons identified down to 5 GeV. */
const muonCuts = {
  ...withoutLowestMomentum,
  'track momenta above 5 GeV': { observable: 'smallestMomentum', above: GeV(5), source: PAPER },
  ...closedKinematics,
} as const;

export default defineSearch({
  id: 'kaon-piminus-mumu',
  title: 'Lepton-number violation in K⁺ → π⁻μ⁺μ⁺',
  channel: 'K⁺ → π⁻μ⁺μ⁺',
  summary:
    'Three tracks π⁻μ⁺μ⁺ from one vertex with the momentum of the beam and the mass of the kaon, in three months of 2017, normalised to K⁺ → π⁺μ⁺μ⁻ from the same trigger line.',
  references: [PAPER, TALK],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0010-lfv-and-lnv-cuts.md' },
  signal: decay('K+ -> pi- mu+ mu+'),
  triggers: ['dimuon'],
  selection: {
    tracks: ['pi-', 'mu+', 'mu+'],
    parent: 'run-averaged beam',
    tracksReach: ['newChod', 'calorimeter'],
    cuts: muonCuts,
  },
  discriminant: [{ observable: 'mass', from: MeV(450), to: MeV(540), bins: 450 }],
  regions: {
    signal: [[0.4904, 0.497]],
    'lower control': [[0.47, 0.4804]],
    'upper control': [[0.5, 0.53]],
  },
  blind: ['signal'],
  signalRegion: 'signal',
  limit: { method: 'cls', level: 0.9 },
  normalisation: {
    ...decay('K+ -> pi+ mu+ mu-'),
    branchingRatio: measured(9.4e-8, 0.6e-8, 'recalled', 'PDG 2018, as used by the publication'),
    selection: {
      tracks: ['pi+', 'mu+', 'mu-'],
      parent: 'run-averaged beam',
      tracksReach: ['newChod', 'calorimeter'],
      cuts: {
        ...muonCuts,
        'kaon mass': { observable: 'mass', between: [MeV(485.7), MeV(501.7)], source: 'JHEP 11 (2022) 011' },
      },
    },
    axis: { observable: 'mass', from: MeV(480), to: MeV(507), bins: 108 },
    observed: measured(8357, 91, 'recalled', PAPER),
    systematics: { 'trigger efficiency': fact(0.01, 'recalled', PAPER) },
  },
  backgrounds: {
    'K⁺ → π⁺π⁺π⁻': {
      ...decay('K+ -> pi+ pi+ pi-'),
      eventsFactor: 4,
      branchingRatio: branchingRatio('K+ -> pi+ pi+ pi-'),
    },
    'K⁺ → π⁺μ⁺μ⁻': { ...decay('K+ -> pi+ mu+ mu-'), branchingRatio: branchingRatio('K+ -> pi+ mu+ mu-') },
    'K⁺ → π⁺π⁻e⁺ν': { ...decay('K+ -> pi+ pi- e+ nu'), branchingRatio: branchingRatio('K+ -> pi+ pi- e+ nu') },
    'K⁺ → π⁺π⁻μ⁺ν': {
      ...decay('K+ -> pi+ pi- mu+ nu'),
      eventsFactor: 4,
      branchingRatio: branchingRatio('K+ -> pi+ pi- mu+ nu'),
    },
  },
  spectra: {
    'total momentum': { observable: 'totalMomentum', from: GeV(60), to: GeV(90), bins: 60 },
  },
  checks: {},
  published: {
    observed: fact(1, 'published', TALK),
    earlierLimit: fact(8.6e-11, 'published', TALK, 'PDG 2019'),
    improvement: fact(2, 'published', TALK),
    rows: {
      acceptanceRatio: {
        value: 0.876,
        tag: 'computed',
        source: `9.81 % / 11.2 %, ${PAPER}`,
        agreeWithin: 1.1,
        why: 'the same selection for both',
      },
      ses: {
        value: 1.28e-11,
        tag: 'computed',
        source: `8357 candidates and the acceptances of ${PAPER}`,
        agreeWithin: 1.3,
        why: 'as the acceptance ratio',
      },
      background: {
        value: 0.91,
        error: 0.41,
        tag: 'published',
        source: TALK,
        agreeWithin: 2,
        why: 'π decays in flight and mis-identification',
      },
      limit: { value: 4.2e-11, tag: 'published', source: TALK, agreeWithin: 1.3, why: 'as the sensitivity' },
    },
  },
});
