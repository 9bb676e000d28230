import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. Lett. 83 (1999) 4943, arXiv:hep-ex/9908011';

export default defineLimit({
  id: 'nutev-1999-hnl-mu',
  title: 'NuTeV: heavy neutrinos of K and D mesons',
  year: 1999,
  experiment: 'NuTeV',
  mode: 'dump',
  model: 'hnl-mu-dirac',
  alsoFor: [
    {
      model: 'hnl-mu',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'K, D → μ N, N → μ X',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.2103, 0.3],
          [0.2103, 7.57e-6],
          [0.2187, 4.26e-6],
          [0.3006, 2.91e-7],
          [0.3579, 8.78e-8],
          [0.3775, 8.21e-8],
          [0.388, 2.21e-7],
          [0.3896, 7.11e-7],
          [0.4036, 9.23e-7],
          [0.5746, 4.27e-7],
          [0.7654, 2.6e-7],
          [1.116, 9.83e-8],
          [1.457, 6.79e-8],
          [1.631, 6.35e-8],
          [1.78, 8.8e-8],
          [1.791, 7.62e-7],
          [1.701, 1.52e-6],
          [0.8086, 1.1e-4],
          [0.3644, 0.0123],
          [0.3018, 0.0341],
          [0.2902, 0.0472],
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
  assumptions: ['mixing with one neutrino alone', 'the limit is for Dirac particles'],
  references: ['arXiv:hep-ex/9908011', 'arXiv:2304.06772'],
});
