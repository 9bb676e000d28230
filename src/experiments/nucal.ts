import { fact, GeV, metres } from '../units/index.ts';
import type { DumpExperiment } from './dump-experiment.ts';

const RECAST =
  'Blümlein and Brunner, Phys. Lett. B 701 (2011) 155 and 731 (2014) 320, arXiv:1104.2747, arXiv:1311.3870';

const IN_SEARCH = 'in the efficiency of each search';

/** ν-Cal I at the U70 accelerator: 70 GeV protons on iron, a 23 m decay region behind 64 m of shield. */
export default {
  kind: 'dump',
  id: 'nucal',
  title: 'ν-Cal I beam dump',
  references: ['arXiv:1104.2747', 'arXiv:1311.3870'],
  taken: fact('1989', 'recalled', 'Blümlein et al., Z. Phys. C 51 (1991) 341'),
  beam: {
    momentum: fact(GeV(70), 'recalled', RECAST),
    protons: fact(1.71e18, 'recalled', RECAST),
    protonsError: fact(0.1, 'proposal', 'no uncertainty recalled'),
    x: fact(metres(0), 'recalled', RECAST),
    y: fact(metres(0), 'recalled', RECAST),
    spot: fact(metres(0), 'proposal', 'nothing is reconstructed'),
  },
  dump: {
    frontFace: fact(metres(0), 'recalled', RECAST),
    length: fact(metres(10), 'unverified', RECAST),
    interactionLength: fact(metres(0.168), 'published', 'Particle Data Group: iron'),
    target: fact({ massNumber: 55.845, atomicNumber: 26, radiationLength: 138.4 }, 'published', 'Particle Data Group'),
  },
  decayVolume: fact([metres(64), metres(87)], 'recalled', RECAST),
  planes: [fact({ name: 'calorimeter', z: 87, within: { radius: 1.3 }, holes: [] }, 'recalled', RECAST)],
  triggers: {
    any: {
      title: 'any decay',
      efficiency: fact(1, 'proposal', IN_SEARCH),
      downscaling: fact(1, 'proposal', RECAST),
    },
  },
  trackEfficiency: fact(1, 'proposal', 'in the efficiency of each search'),
  identification: {
    mu: fact(1, 'proposal', RECAST),
    e: fact(1, 'proposal', RECAST),
    pi: fact(1, 'proposal', RECAST),
    gamma: fact(1, 'proposal', RECAST),
  },
} as const satisfies DumpExperiment;
