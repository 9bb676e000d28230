import { decay, defineSearch, fact, MeV } from 'spillway/search';
import piaa from './kaon-piaa.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 846 (2023) 138193, arXiv:2307.04579';
const MODEL = 'M. Hostert and M. Pospelov, arXiv:2012.02142';

export default defineSearch({
  id: 'kaon-pis',
  title: 'A dark scalar and dark photons in K⁺ → π⁺S, S → A′A′, A′ → e⁺e⁻',
  channel: 'K⁺ → π⁺S, S → A′A′, A′ → e⁺e⁻',
  summary:
    'Five tracks as in the search for K⁺ → π⁺aa whose four electrons have the mass of S and make two pairs of the mass of A′, for a grid of both masses. Prompt, isotropic decays. The limit is on the product of branching fractions.',
  references: [PAPER, TALK, MODEL],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0014-mass-scan-cuts.md' },
  signal: {
    ...decay('K+ -> pi+ (S -> (A -> e+ e-) (A -> e+ e-))', {
      S: { mass: MeV(200), lifetime: 'prompt' },
      A: { mass: MeV(50), lifetime: 'prompt' },
    }),
    eventsFactor: 0.25,
  },
  triggers: piaa.triggers,
  selection: piaa.selection,
  discriminant: [
    { observable: 'mass', of: ['e+', 'e-'], from: MeV(12.5), to: MeV(347.5), bins: 67 },
    { observable: 'pairMassMean', of: ['e+', 'e-'], from: MeV(2.5), to: MeV(177.5), bins: 35 },
  ],
  regions: {
    signal: [
      [0.0175, 0.3425],
      [0.0075, 0.1725],
    ],
  },
  blind: ['signal'],
  signalRegion: 'signal',
  limit: { method: 'cls', level: 0.9 },
  normalisation: piaa.normalisation,
  backgrounds: piaa.backgrounds,
  spectra: {},
  checks: {},
  analyses: {
    masses: {
      kind: 'mass scan',
      masses: {
        S: {
          from: MeV(20),
          to: MeV(340),
          step: MeV(5),
          excluded: [{ from: MeV(124.9768), to: MeV(144.9768), why: `the normalisation channel, ${PAPER}` }],
        },
        A: { from: MeV(10), to: MeV(170), step: MeV(5) },
      },
      secondAtMost: 0.5,
      window: { energy: MeV(2.5) },
      simulated: { every: 2, eventsFactor: 0.008192, candidates: 900 },
      resolution: { halfRange: MeV(8), bins: 64 },
      toys: 1000,
      published: {
        limits: [
          {
            masses: [MeV(200), MeV(50)],
            value: 1e-9,
            error: 1.1e-9,
            tag: 'published',
            source: TALK,
            agreeWithin: 1.3,
            why: 'published as of the order of 1e-9: half a decade to either side',
          },
        ],
      },
    },
  },
  published: {
    observed: fact(0, 'computed', `no event in the whole signal box: limit / sensitivity = 2.30, ${TALK}`),
    rows: {},
  },
});
