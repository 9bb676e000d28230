import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Z. Phys. C 31 (1986) 21';

export default defineLimit({
  id: 'na3-1986-hnl-mu',
  title: 'NA3: heavy neutrinos behind a dump of 300 GeV pions',
  year: 1986,
  experiment: 'NA3',
  mode: 'dump',
  model: 'hnl-mu-dirac',
  alsoFor: [
    {
      model: 'hnl-mu',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'D, B → μ N, N → charged particles',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.6071, 9.76e-4],
          [0.6803, 3.73e-4],
          [0.7244, 2.68e-4],
          [0.9918, 1.02e-4],
          [1.54, 2.18e-5],
          [1.639, 1.88e-5],
          [1.741, 1.87e-5],
          [1.859, 2.03e-5],
          [1.972, 2.32e-5],
          [2.001, 3.84e-5],
          [2.006, 0.00172],
          [2.001, 0.00245],
          [1.918, 0.00371],
          [1.589, 0.0134],
          [1.236, 0.0525],
          [0.9611, 0.189],
          [0.7417, 0.552],
          [0.6965, 0.685],
          [0.6541, 0.698],
          [0.6143, 0.664],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone', 'the limit is for Dirac particles'],
  references: [PAPER, 'arXiv:2304.06772'],
});
