import { defineLimit, fact } from 'spillway/search';

const PAPER = 'SciPost Phys. 13 (2022) 118, arXiv:2208.00416';

export default defineLimit({
  id: 'bebc-2022-hnl-tau',
  title: 'BEBC: heavy neutrinos of taus, read again',
  year: 2022,
  experiment: 'BEBC',
  mode: 'dump',
  model: 'hnl-tau-dirac',
  alsoFor: [
    {
      model: 'hnl-tau',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'D_s, τ → N, N → charged particles',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_τ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.1458, 0.00984],
          [0.1458, 1.49e-4],
          [0.1996, 9.96e-5],
          [0.2874, 5.15e-5],
          [0.4099, 1.95e-5],
          [0.5102, 1.29e-5],
          [0.5844, 9.52e-6],
          [0.7163, 4.65e-6],
          [0.8499, 3.59e-6],
          [0.8648, 2.98e-6],
          [1.017, 2.22e-6],
          [1.141, 2.08e-6],
          [1.322, 1.78e-6],
          [1.353, 2.05e-6],
          [1.476, 2.07e-6],
          [1.598, 3.88e-6],
          [1.648, 5.54e-4],
          [1.509, 0.00162],
          [1.189, 0.00984],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region, up to |U|² = 10⁻², where its figure ends',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Dirac particles',
    'a recast, not by the experiment',
  ],
  references: ['arXiv:2208.00416', 'arXiv:2304.06772'],
});
