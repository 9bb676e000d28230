import type { Exercise } from '../masterclass/exercise.ts';

/** K⁺ → π⁺νν̄: one pion and nothing else, in two regions of momentum and missing mass on both sides of the π⁰. */
export default {
  id: 'nothing-else',
  minutes: 20,
  seed: 37,
  search: 'kaon-pinunu',
  shares: [
    { decay: 'K+ -> pi+ nu nubar', events: 5, tracks: 1, tag: 'signal' },
    { decay: 'K+ -> pi+ (pi0 -> gamma gamma)', events: 20, tracks: 1, tag: 'background' },
    { decay: 'K+ -> mu+ nu', events: 20, tracks: 1, tag: 'background' },
    { decay: 'K+ -> pi+ pi+ pi-', events: 5, tracks: 1, tag: 'background' },
  ],
  taken: { positive: 'pi', negative: 'pi' },
  tags: ['signal', 'background'],
  tools: ['rings', 'energy', 'muons', 'clusters', 'vetoes', 'mass', 'momentum'],
  histogram: { from: -0.02, to: 0.12, bins: 35 },
  regions: [
    { name: 'R1', mass: [0, 0.01], momentum: [15, 35] },
    { name: 'R2', mass: [0.026, 0.068], momentum: [15, 45] },
  ],
  box: {
    tag: 'signal',
    sensitivity: {
      value: 1.11e-11,
      tag: 'computed',
      source: '8.4e-11 over 7.58 expected events, JHEP 06 (2021) 093',
    },
  },
  right: 0.9,
} as const satisfies Exercise;
