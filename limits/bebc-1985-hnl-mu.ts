import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 160 (1985) 207';

export default defineLimit({
  id: 'bebc-1985-hnl-mu',
  title: 'BEBC: heavy neutrinos of charmed mesons',
  year: 1985,
  experiment: 'BEBC',
  mode: 'dump',
  model: 'hnl-mu-dirac',
  alsoFor: [
    {
      model: 'hnl-mu',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'D → μ N, N → charged particles',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.272, 9.76e-5],
          [0.2773, 6.8e-5],
          [0.2991, 3.77e-5],
          [0.3946, 9.26e-6],
          [0.505, 3.32e-6],
          [0.6612, 1.22e-6],
          [0.9154, 4.17e-7],
          [1.358, 1.37e-7],
          [1.455, 1.2e-7],
          [1.595, 1.1e-7],
          [1.722, 1.16e-7],
          [1.818, 1.44e-7],
          [1.894, 2.8e-7],
          [1.96, 1.55e-6],
          [1.962, 8.46e-7],
          [2.01, 9.88e-6],
          [1.966, 2.45e-5],
          [1.877, 4.3e-5],
          [1.703, 6.66e-5],
          [1.568, 8.4e-5],
          [1.419, 9.53e-5],
          [1.037, 1.02e-4],
          [0.9003, 1.03e-4],
          [0.2968, 1.02e-4],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region, up to |U|² = 10⁻⁴, where its figure ends',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone', 'the limit is for Dirac particles'],
  references: [PAPER, 'arXiv:2304.06772'],
});
