import { fact, GeV, metres } from '../units/index.ts';
import type { DumpExperiment } from './dump-experiment.ts';

const PROPOSAL = 'SHiP at ECN3, CERN-SPSC-2023-033; geometry as in arXiv:2305.13383';

/** SHiP as a projection: 6e20 protons of 400 GeV on tungsten and molybdenum, a 50 m decay vessel from 33 m. */
export default {
  kind: 'dump',
  id: 'ship',
  title: 'SHiP (projection)',
  references: ['arXiv:2305.13383'],
  beam: {
    momentum: fact(GeV(400), 'recalled', PROPOSAL),
    protons: fact(6e20, 'recalled', PROPOSAL),
    protonsError: fact(0, 'proposal', 'a projection'),
    x: fact(metres(0), 'recalled', PROPOSAL),
    y: fact(metres(0), 'recalled', PROPOSAL),
    spot: fact(metres(0), 'proposal', 'nothing is reconstructed'),
  },
  dump: {
    frontFace: fact(metres(0), 'recalled', PROPOSAL),
    length: fact(metres(1.4), 'recalled', PROPOSAL),
    interactionLength: fact(metres(0.153), 'published', 'Particle Data Group: molybdenum'),
    target: fact({ massNumber: 95.95, atomicNumber: 42, radiationLength: 98 }, 'published', 'Particle Data Group'),
  },
  decayVolume: fact([metres(33), metres(83)], 'recalled', PROPOSAL),
  planes: [
    fact(
      {
        name: 'entrance of the spectrometer',
        z: 84,
        within: {
          slabs: [
            { nx: 1, ny: 0, half: 2 },
            { nx: 0, ny: 1, half: 3 },
          ],
        },
        holes: [],
      },
      'recalled',
      PROPOSAL,
    ),
    fact(
      {
        name: 'calorimeter',
        z: 95,
        within: {
          slabs: [
            { nx: 1, ny: 0, half: 2 },
            { nx: 0, ny: 1, half: 3 },
          ],
        },
        holes: [],
      },
      'recalled',
      PROPOSAL,
    ),
  ],
  triggers: {
    any: {
      title: 'any decay',
      efficiency: fact(1, 'proposal', PROPOSAL),
      downscaling: fact(1, 'proposal', PROPOSAL),
    },
  },
  trackEfficiency: fact(1, 'proposal', PROPOSAL),
  identification: {
    mu: fact(1, 'proposal', PROPOSAL),
    e: fact(1, 'proposal', PROPOSAL),
    pi: fact(1, 'proposal', PROPOSAL),
    gamma: fact(1, 'proposal', PROPOSAL),
  },
  projected: true,
} as const satisfies DumpExperiment;
