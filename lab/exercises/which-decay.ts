import type { Exercise } from '../masterclass/exercise.ts';

/** Thirty events of the five most frequent kinds: tell them apart, and see the missing mass grow into peaks. */
export default {
  id: 'which-decay',
  minutes: 20,
  seed: 11,
  search: 'kaon-pinunu',
  shares: [
    { decay: 'K+ -> pi+ (pi0 -> gamma gamma)', events: 8, tracks: 1, tag: 'pipi0' },
    { decay: 'K+ -> mu+ nu', events: 8, tracks: 1, tag: 'munu' },
    { decay: 'K+ -> pi+ pi+ pi-', events: 6, tracks: 3, tag: 'threepi' },
    { decay: 'K+ -> (pi0 -> gamma gamma) e+ nu', events: 4, tracks: 1, tag: 'pi0enu' },
    { decay: 'K+ -> pi+ (pi0 -> e+ e- gamma)', events: 4, tracks: 3, tag: 'dalitz' },
  ],
  taken: { positive: 'pi', negative: 'pi' },
  tags: ['pipi0', 'munu', 'threepi', 'pi0enu', 'dalitz'],
  tools: ['rings', 'energy', 'muons', 'clusters', 'vetoes', 'mass', 'momentum'],
  histogram: { from: -0.05, to: 0.15, bins: 40 },
  regions: [],
  right: 0.8,
} as const satisfies Exercise;
