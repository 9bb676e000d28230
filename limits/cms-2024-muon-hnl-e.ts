import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 110 (2024) 012004, arXiv:2402.18658';

export default defineLimit({
  id: 'cms-2024-muon-hnl-e',
  title: 'CMS: heavy neutrinos that decay in the muon detectors',
  year: 2024,
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
          [0.9986, 4.72e-4],
          [0.9986, 8.14e-5],
          [1.384, 4.38e-5],
          [1.789, 2.26e-5],
          [2.496, 8.79e-6],
          [2.595, 8.59e-6],
          [2.699, 9.6e-6],
          [2.849, 1.86e-5],
          [2.442, 9.04e-5],
          [1.999, 4.72e-4],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region, up to |U|² = 5 × 10⁻⁴, where its figure ends',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Majorana particles, and is not read for Dirac ones: a search for like-sign leptons, or one at masses where the lifetime decides',
  ],
  references: ['arXiv:2402.18658', 'arXiv:2304.06772'],
});
