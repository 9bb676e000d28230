import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 100 (2019) 073011, arXiv:1909.11198';

export default defineLimit({
  id: 'kek-2019-hnl-mu',
  title: 'KEK: peaks in K⁺ → μ⁺N',
  year: 2019,
  experiment: 'KEK',
  mode: 'kaon',
  model: 'hnl-mu',
  alsoFor: [
    {
      model: 'hnl-mu-dirac',
      lower: fact(1, 'computed', 'production alone is seen: decays do not matter'),
      upper: fact(1, 'computed', 'production alone is seen: decays do not matter'),
    },
  ],
  process: 'K⁺ → μ⁺N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.04495, 7.1e-4],
          [0.05637, 6.34e-5],
          [0.06164, 3.15e-5],
          [0.0795, 8.95e-6],
          [0.09248, 5.21e-6],
          [0.1076, 3.32e-6],
          [0.1456, 1.58e-6],
          [0.1694, 1.03e-6],
          [0.197, 7.51e-7],
          [0.2292, 6e-7],
          [0.2666, 6.2e-7],
          [0.3068, 1.02e-6],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the curve, as shown in that paper',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone'],
  references: ['arXiv:1909.11198', 'arXiv:2304.06772'],
});
