import {
  branchingRatio,
  closedKinematics,
  decay,
  defineSearch,
  fact,
  GeV,
  GeV2,
  MeV,
  massOf,
  measured,
  threeTrackCuts,
} from 'spillway/search';

const PAPER = 'JHEP 11 (2022) 011, arXiv:2209.05076';
const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const KAON_MASS_SQUARED = massOf('K+') * massOf('K+');
const q2 = (z: number) => GeV2(z * KAON_MASS_SQUARED);

const { 'track momenta above 8 GeV': _, ...withoutLowestMomentum } = threeTrackCuts;

export default defineSearch({
  id: 'kaon-pimumu',
  title: 'Form factor of K⁺ → π⁺μ⁺μ⁻',
  channel: 'K⁺ → π⁺μ⁺μ⁻',
  summary:
    'Three tracks π⁺μ⁺μ⁻ from one vertex with the mass and momentum of the kaon, in the 2017–2018 data: the rate against z = m²(μμ)/m_K² gives the branching ratio and the form-factor parameters a₊ and b₊. The number of candidates and of kaon decays are published inputs; data are pseudo-data.',
  references: [PAPER, 'JHEP 06 (2023) 040', TALK, 'hep-ph/9808289'],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0013-form-factor-cuts.md' },
  signal: decay('K+ -> pi+ mu+ mu-'),
  triggers: ['dimuon'],
  selection: {
    tracks: ['pi+', 'mu+', 'mu-'],
    parent: 'run-averaged beam',
    tracksReach: ['newChod', 'calorimeter'],
    cuts: {
      ...withoutLowestMomentum,
      'track momenta above 5 GeV': {
        observable: 'smallestMomentum',
        above: GeV(5),
        source: 'PLB 797 (2019) 134794, arXiv:1905.07770',
      },
      ...closedKinematics,
    },
  },
  discriminant: [
    { observable: 'mass', from: MeV(461.677), to: MeV(525.677), bins: 8 },
    { observable: 'massSquared', of: ['mu+', 'mu-'], from: q2(0.18), to: q2(0.52), bins: 34 },
  ],
  regions: {
    signal: [
      [0.485677, 0.501677],
      [q2(0.18), q2(0.52)],
    ],
    'lower control': [
      [0.461677, 0.477677],
      [q2(0.18), q2(0.52)],
    ],
    'upper control': [
      [0.509677, 0.525677],
      [q2(0.18), q2(0.52)],
    ],
  },
  blind: ['signal'],
  signalRegion: 'signal',
  pseudoSignal: fact(27671, 'computed', `27 679 candidates less 8 of background, ${PAPER}`),
  normalisation: {
    kaonDecays: measured(3.48e12, 0.09e12, 'recalled', PAPER, 'from K⁺ → π⁺π⁺π⁻, trigger folded in'),
    systematics: {},
  },
  backgrounds: {
    'K⁺ → π⁺π⁺π⁻': {
      ...decay('K+ -> pi+ pi+ pi-'),
      eventsFactor: 4,
      branchingRatio: branchingRatio('K+ -> pi+ pi+ pi-'),
    },
  },
  spectra: {
    'decay angle': { observable: 'decayAngleCosine', of: ['mu-', 'mu+'], from: -1, to: 1, bins: 40 },
    'pion momentum': { observable: 'largestMomentum', of: ['pi+'], from: GeV(0), to: GeV(70), bins: 35 },
  },
  checks: {},
  analyses: {
    'form factor': {
      kind: 'form-factor fit',
      reweighting: 'form-factor',
      variable: { symbol: 'z', of: ['mu+', 'mu-'], size: fact(KAON_MASS_SQUARED, 'published', 'PDG, m_K²') },
      parameters: {
        a: { symbol: 'a₊', truth: fact(-0.575, 'recalled', PAPER), search: [-1.5, 1.5] },
        b: { symbol: 'b₊', truth: fact(-0.722, 'recalled', PAPER), search: [-3, 3] },
      },
      candidates: fact(27679, 'published', TALK),
      background: measured(7.8, 5.6, 'recalled', PAPER, 'flat in z (proposal)'),
      pseudoExperiments: 600,
      squaredFormFactor: {
        symbol: '|W|²',
        monomial: 'a²',
        factor: fact(2.84266319e-6 * 2.84266319e-6, 'computed', '(G_F m_K²)²'),
      },
      asymmetry: {
        symbol: 'A_FB',
        spectrum: 'decay angle',
        published: {
          error: {
            value: 0.7e-2,
            tag: 'published',
            source: TALK,
            agreeWithin: 1.3,
            role: 'given by the count',
            why: 'printed with one digit; a fit of the sign of cos θ, where the publication may correct bin by bin',
          },
          oneSided: {
            value: 0.9e-2,
            tag: 'published',
            source: TALK,
            agreeWithin: 1.3,
            role: 'given by the count',
            why: 'as the error: 1.28 σ, the one-sided quantile',
          },
          central: {
            value: 1.15e-2,
            tag: 'computed',
            source: `1.645 σ of the published error, ${TALK}`,
            agreeWithin: 1.3,
            role: 'given by the count',
            why: 'as the error: 1.64 σ, the central interval',
          },
        },
      },
      published: {
        errorsAre: 'given by the count',
        branchingRatio: {
          value: 9.15e-8,
          error: 0.08e-8,
          tag: 'published',
          source: PAPER,
          agreeWithin: 1.03,
          role: 'closure',
          why: 'the amplitude with a₊, b₊ as published; the publication sums the measured rate over z',
        },
        branchingRatioError: {
          value: 0.06e-8,
          tag: 'published',
          source: TALK,
          agreeWithin: 1.3,
          role: 'given by the count',
          why: 'printed with one digit',
        },
        acceptance: {
          value: 0.087,
          tag: 'computed',
          source: `27 671 / (3.48e12 · 9.15e-8), ${PAPER}`,
          agreeWithin: 1.5,
          selection: 'unknown',
          why: 'the cuts are a proposal, the kaon decays recalled; trigger and reconstruction losses of muon pairs beyond the geometry are not simulated',
        },
        values: {
          a: { value: -0.575, error: 0.013, tag: 'recalled', source: PAPER, agreeWithin: 1.03, why: 'closure' },
          b: { value: -0.722, error: 0.043, tag: 'recalled', source: PAPER, agreeWithin: 1.06, why: 'closure' },
        },
        errors: {
          a: {
            value: 0.012,
            tag: 'published',
            source: TALK,
            agreeWithin: 1.3,
            role: 'given by the count',
            why: 'bins and acceptance against z are ours',
          },
          b: {
            value: 0.04,
            tag: 'published',
            source: TALK,
            agreeWithin: 1.3,
            role: 'given by the count',
            why: 'bins and acceptance against z are ours',
          },
        },
        correlation: {
          between: ['a', 'b'],
          value: -0.97,
          tag: 'recalled',
          source: PAPER,
          agreeWithin: 1.1,
          role: 'given by the count',
          why: 'bins and acceptance against z are ours',
        },
      },
    },
  },
  published: {
    observed: fact(27679, 'published', TALK),
    rows: {
      background: {
        value: 7.8,
        error: 5.6,
        tag: 'recalled',
        source: PAPER,
        agreeWithin: 2,
        why: 'two pions taken for muons: the maps enter twice, and pions that decay within the spectrometer are smeared only approximately; few simulated events survive',
      },
    },
  },
});
