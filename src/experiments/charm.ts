import { fact, GeV, metres } from '../units/index.ts';
import type { DumpExperiment } from './dump-experiment.ts';

const PAPER = 'CHARM, Phys. Lett. B 157 (1985) 458';

const IN_SEARCH = 'in the efficiency of each search';

/** CHARM: 400 GeV protons on copper, a 35 m decay region 480 m away and 5 m off the axis. */
export default {
  kind: 'dump',
  id: 'charm',
  title: 'CHARM beam dump',
  references: [PAPER, 'arXiv:1512.03069'],
  beam: {
    momentum: fact(GeV(400), 'recalled', PAPER),
    protons: fact(2.4e18, 'recalled', PAPER),
    protonsError: fact(0.1, 'proposal', 'no uncertainty recalled'),
    // The axis of the beam, seen from the centre of the detector.
    x: fact(metres(-5), 'recalled', PAPER),
    y: fact(metres(0), 'recalled', PAPER),
    spot: fact(metres(0), 'proposal', 'nothing is reconstructed'),
  },
  dump: {
    frontFace: fact(metres(0), 'recalled', PAPER),
    length: fact(metres(3), 'unverified', PAPER),
    interactionLength: fact(metres(0.153), 'published', 'Particle Data Group: copper'),
    target: fact({ massNumber: 63.546, atomicNumber: 29, radiationLength: 128.6 }, 'published', 'Particle Data Group'),
  },
  decayVolume: fact([metres(480), metres(515)], 'recalled', PAPER),
  planes: [
    fact(
      {
        name: 'calorimeter',
        z: 515,
        within: {
          slabs: [
            { nx: 1, ny: 0, half: 1.5 },
            { nx: 0, ny: 1, half: 1.5 },
          ],
        },
        holes: [],
      },
      'recalled',
      PAPER,
      '3 m × 3 m',
    ),
  ],
  triggers: {
    any: {
      title: 'any decay',
      efficiency: fact(1, 'proposal', IN_SEARCH),
      downscaling: fact(1, 'proposal', PAPER),
    },
  },
  trackEfficiency: fact(1, 'proposal', 'in the efficiency of each search'),
  identification: {
    mu: fact(1, 'proposal', PAPER),
    e: fact(1, 'proposal', PAPER),
    pi: fact(1, 'proposal', PAPER),
    gamma: fact(1, 'proposal', PAPER),
  },
} as const satisfies DumpExperiment;
