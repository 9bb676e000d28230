import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 87 (2013) 071102, arXiv:1301.1105';

export default defineLimit({
  id: 'belle-2013-hnl-e',
  title: 'Belle: heavy neutrinos of B mesons',
  year: 2013,
  experiment: 'Belle',
  mode: 'collider',
  model: 'hnl-e',
  alsoFor: [
    {
      model: 'hnl-e-dirac',
      lower: fact(1.41, 'computed', 'as many are made, and half as many decay: |U|⁴ counts'),
      upper: fact(2, 'computed', 'twice the lifetime'),
    },
  ],
  process: 'B → (X) e N, N → e π',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_e|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.4998, 0.989],
          [0.5026, 3.2e-4],
          [0.7133, 1.47e-4],
          [1.171, 5.84e-5],
          [1.542, 3.91e-5],
          [1.818, 3.35e-5],
          [1.981, 3.31e-5],
          [2.005, 2.73e-5],
          [2.145, 2.7e-5],
          [2.266, 2.76e-5],
          [2.395, 2.92e-5],
          [2.53, 3.25e-5],
          [2.673, 3.85e-5],
          [2.825, 5.07e-5],
          [3.17, 1.62e-4],
          [3.281, 3.62e-4],
          [3.231, 8e-4],
          [3.045, 0.00221],
          [2.581, 0.0132],
          [2.082, 0.0747],
          [1.409, 0.981],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'both sides',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone', 'the limit is for Majorana particles'],
  references: ['arXiv:1301.1105', 'arXiv:2304.06772'],
});
