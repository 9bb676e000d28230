import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 100 (2019) 052006, arXiv:1902.07598';

export default defineLimit({
  id: 't2k-2019-hnl-e',
  title: 'T2K: decays of heavy neutrinos of kaons in the near detector',
  year: 2019,
  experiment: 'T2K',
  mode: 'kaon',
  model: 'hnl-e',
  alsoFor: [
    {
      model: 'hnl-e-dirac',
      lower: fact(1.41, 'computed', 'as many are made, and half as many decay: |U|⁴ counts'),
      upper: fact(2, 'computed', 'twice the lifetime'),
    },
  ],
  process: 'K⁺ → e⁺N, N → e π and the like',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_e|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.1401, 4.6e-7],
          [0.17, 6.91e-8],
          [0.21, 1.61e-8],
          [0.23, 1.11e-8],
          [0.24, 8.12e-9],
          [0.26, 5.49e-9],
          [0.29, 3.43e-9],
          [0.32, 2.43e-9],
          [0.33, 1.97e-9],
          [0.34, 1.84e-9],
          [0.37, 1.24e-9],
          [0.38, 1.21e-9],
          [0.4, 9.98e-10],
          [0.42, 9.12e-10],
          [0.44, 8.92e-10],
          [0.45, 9.69e-10],
          [0.46, 9.83e-10],
          [0.47, 1.14e-9],
          [0.49, 2.49e-9],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'profiled, from the data release',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Majorana particles',
    'everything above the curve is taken for excluded',
  ],
  references: ['arXiv:1902.07598', 'arXiv:2304.06772'],
});
