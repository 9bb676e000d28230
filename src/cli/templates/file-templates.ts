/** A dump experiment to start from, as a file of `src/experiments`: a round detector behind a short decay volume. */
export const experimentTemplate = (id: string): string => `import { fact, GeV, metres } from '../units/index.ts';
import type { DumpExperiment } from './dump-experiment.ts';

// Put this file into src/experiments of a checkout and build it (npm run build): then it is listed, described, and named
// by searches behind a dump. Every number has a tag and a source; z points along the beam, in metres.
const NOTE = 'my own design: say where each number comes from';

/** One sentence: which beam, which dump, where the detector stands. */
export default {
  kind: 'dump',
  id: '${id}',
  title: 'An experiment of my own',
  references: [NOTE],
  beam: {
    momentum: fact(GeV(120), 'proposal', NOTE),
    protons: fact(1e18, 'proposal', NOTE),
    protonsError: fact(0.1, 'proposal', NOTE),
    x: fact(metres(0), 'proposal', NOTE),
    y: fact(metres(0), 'proposal', NOTE),
    spot: fact(metres(0), 'proposal', NOTE),
  },
  dump: {
    frontFace: fact(metres(0), 'proposal', NOTE),
    length: fact(metres(5), 'proposal', NOTE),
    interactionLength: fact(metres(0.168), 'published', 'Particle Data Group: iron'),
    target: fact({ massNumber: 55.845, atomicNumber: 26, radiationLength: 138.4 }, 'published', 'Particle Data Group'),
  },
  decayVolume: fact([metres(6), metres(13)], 'proposal', NOTE),
  // What both particles must cross: an outline, and holes in it. A detector of another shape is another list.
  planes: [
    fact({ name: 'calorimeter', z: 14, within: { radius: 1.5 }, holes: [{ radius: 0.1 }] }, 'proposal', NOTE),
    fact(
      {
        name: 'wall',
        z: 16,
        within: { slabs: [{ nx: 1, ny: 0, half: 2 }, { nx: 0, ny: 1, half: 1 }] },
        holes: [],
      },
      'proposal',
      NOTE,
    ),
  ],
  triggers: {
    any: {
      title: 'any decay',
      efficiency: fact(1, 'proposal', NOTE),
      downscaling: fact(1, 'proposal', NOTE),
    },
  },
  trackEfficiency: fact(1, 'proposal', NOTE),
  identification: {
    mu: fact(1, 'proposal', NOTE),
    e: fact(1, 'proposal', NOTE),
    pi: fact(1, 'proposal', NOTE),
    gamma: fact(1, 'proposal', NOTE),
  },
} as const satisfies DumpExperiment;
`;

/** A published limit to start from, as a file of `limits/`. */
export const limitTemplate = (id: string): string => `import { defineLimit, fact } from 'spillway/search';

// Put this file into limits/ of a checkout and build it (npm run build). Each curve says which figure it was read from,
// by whom, and in which power the coupling stands in it: an axis of the wrong power moves a limit by decades.
const PAPER = 'the paper: journal and arXiv number';

export default defineLimit({
  id: '${id}',
  title: 'Collaboration: process',
  year: 2026,
  experiment: 'the experiment',
  mode: 'dump',
  model: 'dark-photon',
  process: 'A′ → e⁺e⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(0.9, 'unverified', PAPER),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.03, 3e-5],
          [0.1, 8e-6],
          [0.3, 1.5e-6],
        ],
        'unverified',
        PAPER,
        'numbers of a template: replace all of them',
      ),
    },
  ],
  counts: [],
  read: 'figure and curve',
  digitiser: 'who read it, and how',
  licence: 'licence of the numbers',
  assumptions: [],
  references: [PAPER],
});
`;
