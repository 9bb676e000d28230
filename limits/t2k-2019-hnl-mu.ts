import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 100 (2019) 052006, arXiv:1902.07598';

export default defineLimit({
  id: 't2k-2019-hnl-mu',
  title: 'T2K: decays of heavy neutrinos of kaons in the near detector',
  year: 2019,
  experiment: 'T2K',
  mode: 'kaon',
  model: 'hnl-mu',
  alsoFor: [
    {
      model: 'hnl-mu-dirac',
      lower: fact(1.41, 'computed', 'as many are made, and half as many decay: |U|⁴ counts'),
      upper: fact(2, 'computed', 'twice the lifetime'),
    },
  ],
  process: 'K⁺ → μ⁺N, N → μ π and the like',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.14, 7.3e-7],
          [0.18, 2.13e-7],
          [0.24, 4.15e-8],
          [0.25, 1.55e-8],
          [0.27, 6.07e-9],
          [0.32, 1.85e-9],
          [0.36, 9.6e-10],
          [0.38, 8.14e-10],
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
