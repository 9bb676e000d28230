import type { Exercise } from '../masterclass/exercise.ts';

/** K⁺ → μ⁻νe⁺e⁺ by eye: three forbidden decays among forty; the cuts are chosen before the box is opened. */
export default {
  id: 'one-in-a-hundred-billion',
  minutes: 20,
  seed: 23,
  search: 'kaon-munuee',
  shares: [
    { decay: 'K+ -> mu- nu e+ e+', events: 3, tracks: 3, tag: 'signal' },
    { decay: 'K+ -> pi+ pi- e+ nu', events: 21, tracks: 3, tag: 'background' },
    { decay: 'K+ -> pi+ (pi0 -> e+ e- gamma)', events: 9, tracks: 3, tag: 'background' },
    { decay: 'K+ -> (pi0 -> e+ e- gamma) e+ nu', events: 7, tracks: 3, tag: 'background' },
  ],
  taken: { positive: 'e', negative: 'mu' },
  tags: ['signal', 'background'],
  tools: ['rings', 'energy', 'muons', 'clusters', 'mass', 'momentum'],
  histogram: { from: -0.03, to: 0.15, bins: 36 },
  regions: [],
  cuts: { mass: 0.03, momentum: 80, energy: 0.5, muon: false },
  box: { tag: 'signal' },
  right: 0.9,
} as const satisfies Exercise;
