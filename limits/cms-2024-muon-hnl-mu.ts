import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 110 (2024) 012004, arXiv:2402.18658';

export default defineLimit({
  id: 'cms-2024-muon-hnl-mu',
  title: 'CMS: heavy neutrinos that decay in the muon detectors',
  year: 2024,
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
          [0.996, 5.19e-4],
          [0.996, 9.97e-5],
          [1.202, 6.28e-5],
          [1.41, 3.98e-5],
          [1.619, 2.53e-5],
          [1.999, 1.1e-5],
          [2.508, 5.97e-6],
          [2.793, 5e-6],
          [3, 5.05e-6],
          [3.097, 6.3e-6],
          [3.196, 1.13e-5],
          [2.999, 2.26e-5],
          [2.337, 1.65e-4],
          [1.992, 5.19e-4],
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
