import { decay, defineSearch, fact, GeV, GeV2, MeV, massOf, measured, metres, mm } from 'spillway/search';

const PAPER = 'PLB 850 (2024) 138513, arXiv:2311.01837';
const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const TYPE = 'cuts of the type of PLB 850 (2024) 138513 (proposal)';
const KAON_MASS_SQUARED = massOf('K+') * massOf('K+');
const q2 = (z: number) => GeV2(z * KAON_MASS_SQUARED);

export default defineSearch({
  id: 'kaon-pigg',
  title: 'Chiral parameter ĉ of K⁺ → π⁺γγ',
  channel: 'K⁺ → π⁺γγ',
  summary:
    'A π⁺ and two photons with the mass and momentum of the kaon, z = m²(γγ)/m_K² above 0.20 from beam spectrometer and pion alone, in the 2017–2018 data: the spectrum decides between O(p⁴) and O(p⁶) of chiral perturbation theory and gives ĉ. Candidates and background are published inputs; data are pseudo-data.',
  references: [PAPER, TALK, 'hep-ph/9606213', 'arXiv:2209.02143', 'hep-ph/0205341'],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0013-form-factor-cuts.md' },
  signal: decay('K+ -> pi+ gamma gamma'),
  triggers: ['nonMuon', 'control'],
  selection: {
    tracks: ['pi+'],
    photons: 2,
    parent: 'beam spectrometer',
    tracksReach: ['rich', 'newChod', 'calorimeter'],
    photonVeto: 'all',
    cuts: {
      'vertex in the decay volume': { observable: 'vertexZ', between: [metres(105), metres(170)], source: TYPE },
      'track meets the beam': { observable: 'vertexChiSquare', below: 4, source: 'closest approach below 4 mm' },
      'pion momentum above 10 GeV': { observable: 'smallestMomentum', of: ['pi+'], above: GeV(10), source: TYPE },
      'pion momentum below 40 GeV': { observable: 'largestMomentum', of: ['pi+'], below: GeV(40), source: TYPE },
      'photons above 4 GeV': { observable: 'smallestMomentum', of: ['gamma'], above: GeV(4), source: TYPE },
      'photons apart': { observable: 'separationCalorimeter', of: ['gamma'], above: mm(200), source: TYPE },
      'photons apart from the pion': { observable: 'separationCalorimeter', above: mm(150), source: TYPE },
      'total momentum': { observable: 'momentumExcess', between: [GeV(-3), GeV(3)], source: TYPE },
    },
  },
  discriminant: [
    { observable: 'mass', from: MeV(461.677), to: MeV(525.677), bins: 8 },
    { observable: 'missingMassSquared', of: ['pi+'], from: q2(0.2), to: q2(0.52), bins: 16 },
  ],
  regions: {
    signal: [
      [0.485677, 0.501677],
      [q2(0.2), q2(0.52)],
    ],
    'lower control': [
      [0.461677, 0.477677],
      [q2(0.2), q2(0.52)],
    ],
    'upper control': [
      [0.509677, 0.525677],
      [q2(0.2), q2(0.52)],
    ],
  },
  blind: ['signal'],
  signalRegion: 'signal',
  pseudoSignal: fact(3693, 'computed', `3984 candidates less 291 of background, ${PAPER}`),
  normalisation: {
    kaonDecays: measured(5.5e10, 0.05e10, 'unverified', PAPER, 'from K⁺ → π⁺π⁰; the error is that of the last digit'),
    systematics: {},
  },
  backgrounds: {},
  citedBackgrounds: {
    'merged clusters: K⁺ → π⁺π⁰π⁰, K⁺ → π⁺π⁰γ': measured(
      291,
      14,
      'published',
      PAPER,
      'cluster merging is not simulated',
    ),
  },
  spectra: {
    'pion momentum': { observable: 'largestMomentum', of: ['pi+'], from: GeV(8), to: GeV(42), bins: 34 },
  },
  checks: {},
  analyses: {
    'chiral parameter': {
      kind: 'form-factor fit',
      reweighting: 'chat',
      variable: { symbol: 'z', of: ['gamma'], size: fact(KAON_MASS_SQUARED, 'published', 'PDG, m_K²') },
      nominal: 'O(p⁶), D’Ambrosio–Knecht–Neshatpour',
      parameters: {
        chat: { symbol: 'ĉ', truth: fact(1.144, 'published', PAPER), search: [-6, 6] },
      },
      candidates: fact(3984, 'published', PAPER),
      background: measured(291, 14, 'published', PAPER, 'flat in z (proposal)'),
      pseudoExperiments: 1000,
      descriptions: {
        'O(p⁴)': { models: ['kaon-pion-two-photon-p4'] },
        'O(p⁶), Bijnens–Dhonte–Persson': { models: ['kaon-pion-two-photon-bijnens-dhonte-persson'] },
        'O(p⁶), generator of 2019': { models: ['kaon-pion-two-photon-na62-2019'] },
      },
      published: {
        errorsAre: 'closure',
        branchingRatio: {
          value: 9.61e-7,
          error: 0.17e-7,
          tag: 'published',
          source: PAPER,
          agreeWithin: 1.03,
          role: 'closure',
          why: 'O(p⁶) at ĉ = 1.144; the external parameters are recalled',
        },
        acceptance: {
          value: 0.0699,
          tag: 'unverified',
          source: `3693 / (5.5e10 · 9.61e-7), ${PAPER}`,
          agreeWithin: 1.5,
          selection: 'unknown',
          why: 'the cuts are a proposal, the kaon decays unverified; random veto, cluster quality and photon conversions are not simulated',
        },
        values: {
          chat: { value: 1.144, error: 0.077, tag: 'published', source: PAPER, agreeWithin: 1.05, why: 'closure' },
        },
        errors: {
          chat: {
            value: 0.069,
            tag: 'published',
            source: PAPER,
            agreeWithin: 1.3,
            why: 'acceptance against z and the shape of the background are ours',
          },
        },
        pValue: {
          value: 0.49,
          tag: 'published',
          source: PAPER,
          agreeWithin: 2,
          why: 'median over pseudo-experiments; any p-value is as likely',
        },
        descriptions: {
          'O(p⁴)': {
            values: {
              chat: {
                value: 1.713,
                error: 0.084,
                tag: 'recalled',
                source: PAPER,
                agreeWithin: 1.1,
                why: 'data drawn from O(p⁶); bins and acceptance are ours',
              },
            },
            pValue: {
              value: 2.7e-8,
              tag: 'published',
              source: PAPER,
              agreeWithin: 3,
              why: 'median over pseudo-experiments drawn from O(p⁶) with exact normalisation and no systematic error, which the publication has; spread over many decades',
            },
          },
        },
      },
    },
  },
  published: {
    observed: fact(3984, 'published', PAPER),
    rows: {
      background: {
        value: 291,
        error: 14,
        tag: 'published',
        source: PAPER,
        agreeWithin: 1.1,
        why: 'merged clusters are a published number',
        role: 'input',
      },
    },
  },
});
