import { decay, defineSearch, fact, GeV, MeV } from 'spillway/search';
import pi4e from './kaon-pi4e.ts';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 846 (2023) 138193, arXiv:2307.04579';
const MODEL = 'M. Hostert and M. Pospelov, arXiv:2012.02142';

export default defineSearch({
  id: 'kaon-piaa',
  title: 'Pair production of axions in K⁺ → π⁺aa, a → e⁺e⁻',
  channel: 'K⁺ → π⁺aa, a → e⁺e⁻',
  summary:
    'Five tracks as in the search for K⁺ → π⁺e⁺e⁻e⁺e⁻ whose four electrons make two pairs of one mass, for 33 masses of a short-lived a. Phase space for K⁺ → π⁺aa, isotropic prompt a → e⁺e⁻. The limit is on the product of branching fractions.',
  references: [PAPER, TALK, MODEL],
  experiment: 'na62-kaon',
  frozen: { date: '2026-11-24', record: 'docs/decisions/0014-mass-scan-cuts.md' },
  signal: {
    ...decay('K+ -> pi+ (a -> e+ e-) (a -> e+ e-)', { a: { mass: MeV(50), lifetime: 'prompt' } }),
    eventsFactor: 0.25,
  },
  triggers: pi4e.triggers,
  selection: {
    ...pi4e.selection,
    cuts: {
      ...pi4e.selection.cuts,
      'kaon mass': { observable: 'mass', between: [MeV(485), MeV(502)], source: PAPER },
      'total momentum': { observable: 'momentumExcess', between: [GeV(-2), GeV(2)], source: PAPER },
      'pairs alike': {
        observable: 'pairMassDifference',
        of: ['e+', 'e-'],
        below: MeV(5),
        source: 'four resolutions of the difference (proposal)',
      },
    },
  },
  discriminant: [{ observable: 'pairMassMean', of: ['e+', 'e-'], from: MeV(0), to: MeV(180), bins: 360 }],
  regions: { signal: [[0.0075, 0.1725]] },
  blind: ['signal'],
  signalRegion: 'signal',
  limit: { method: 'cls', level: 0.9 },
  normalisation: { ...pi4e.normalisation, eventsFactor: 0.25 },
  backgrounds: Object.fromEntries(
    Object.entries(pi4e.backgrounds).map(([name, background]) => [name, { ...background, eventsFactor: 0.25 }]),
  ),
  spectra: {},
  checks: {},
  analyses: {
    masses: {
      kind: 'mass scan',
      masses: { a: { from: MeV(10), to: MeV(170), step: MeV(5) } },
      window: { energy: MeV(2.5) },
      simulated: { every: 1, eventsFactor: 0.065536, candidates: 800 },
      resolution: { halfRange: MeV(8), bins: 320 },
      toys: 1000,
      without: { cuts: ['not the π⁰'], eventsFactor: 0.016384 },
      published: {
        limits: [
          {
            masses: [MeV(50)],
            value: 1e-9,
            error: 1.1e-9,
            tag: 'published',
            source: TALK,
            agreeWithin: 1.3,
            why: 'published as of the order of 1e-9: half a decade to either side',
          },
        ],
        predictions: {
          'QCD axion of the 17 MeV anomaly': {
            masses: [MeV(17)],
            value: 2e-8,
            tag: 'published',
            source: TALK,
            why: 'a lower bound of the prediction; excluded in the publication',
          },
        },
      },
    },
  },
  published: {
    observed: fact(0, 'computed', `no event in the whole signal box: limit / sensitivity = 2.30, ${TALK}`),
    rows: {},
  },
});
