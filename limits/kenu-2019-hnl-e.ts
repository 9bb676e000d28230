import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 100 (2019) 073011, arXiv:1909.11198';

export default defineLimit({
  id: 'kenu-2019-hnl-e',
  title: 'Ratio of K → eν to K → μν',
  year: 2019,
  experiment: 'KLOE and NA62',
  mode: 'kaon',
  model: 'hnl-e',
  alsoFor: [
    {
      model: 'hnl-e-dirac',
      lower: fact(1, 'computed', 'production alone is seen: decays do not matter'),
      upper: fact(1, 'computed', 'production alone is seen: decays do not matter'),
    },
  ],
  process: 'K⁺ → e⁺N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_e|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.02666, 3.8e-6],
          [0.08467, 3.97e-7],
          [0.1694, 1.26e-7],
          [0.2113, 9.49e-8],
          [0.2904, 7.69e-8],
          [0.3057, 7.78e-8],
          [0.3661, 1.24e-7],
          [0.4005, 1.47e-7],
          [0.49, 0.00307],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'above 5 MeV',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone'],
  references: ['arXiv:1909.11198', 'arXiv:2304.06772'],
});
