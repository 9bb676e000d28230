import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 07 (2022) 081, arXiv:2201.05578';

export default defineLimit({
  id: 'cms-2022-hnl-e',
  title: 'CMS: displaced vertices of heavy neutrinos of W bosons',
  year: 2022,
  experiment: 'CMS',
  mode: 'collider',
  model: 'hnl-e',

  process: 'W → e N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_e|', power: 2, unit: '' },
  confidence: fact(0.95, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [1.115, 0.0199],
          [1.115, 0.0011],
          [2.099, 9.23e-5],
          [3.104, 2.6e-5],
          [4.138, 1.19e-5],
          [5.073, 6.37e-6],
          [7.111, 1.55e-6],
          [9.16, 9.13e-7],
          [10.05, 8.35e-7],
          [11.19, 8.35e-7],
          [12.13, 8.99e-7],
          [13.1, 1.1e-6],
          [13.09, 6.67e-6],
          [11.5, 2.35e-5],
          [7.772, 4.68e-4],
          [6.606, 0.00137],
          [5.151, 0.00576],
          [4.311, 0.0199],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region, up to |U|² = 0.02, where its figure ends',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Majorana particles, and is not read for Dirac ones: a search for like-sign leptons, or one at masses where the lifetime decides',
  ],
  references: ['arXiv:2201.05578', 'arXiv:2304.06772'],
});
