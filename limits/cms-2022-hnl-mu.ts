import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 07 (2022) 081, arXiv:2201.05578';

export default defineLimit({
  id: 'cms-2022-hnl-mu',
  title: 'CMS: displaced vertices of heavy neutrinos of W bosons',
  year: 2022,
  experiment: 'CMS',
  mode: 'collider',
  model: 'hnl-mu',

  process: 'W → μ N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.95, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [1.099, 0.0198],
          [4.392, 0.0198],
          [7.191, 0.00103],
          [10.13, 9.28e-5],
          [13.18, 1.1e-5],
          [14.1, 5.41e-6],
          [15.09, 1.79e-6],
          [15.09, 9.51e-7],
          [14.1, 5.81e-7],
          [12.09, 3.68e-7],
          [11.11, 3.25e-7],
          [10.07, 3.2e-7],
          [8.131, 4.01e-7],
          [7.123, 4.91e-7],
          [5.119, 1.02e-6],
          [4.082, 1.84e-6],
          [3.094, 4.08e-6],
          [2.097, 1.38e-5],
          [1.099, 1.22e-4],
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
