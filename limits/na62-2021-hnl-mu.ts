import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 816 (2021) 136259, arXiv:2101.12304';

export default defineLimit({
  id: 'na62-2021-hnl-mu',
  title: 'NA62: peaks in K⁺ → μ⁺N',
  year: 2021,
  experiment: 'NA62',
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
          [0.2, 4.79e-8],
          [0.203, 4.79e-8],
          [0.21, 4.87e-8],
          [0.217, 3.43e-8],
          [0.224, 3.43e-8],
          [0.231, 2.03e-8],
          [0.2385, 3.28e-8],
          [0.2465, 2.67e-8],
          [0.2545, 2.85e-8],
          [0.2625, 2.48e-8],
          [0.271, 1.47e-8],
          [0.28, 1.09e-8],
          [0.289, 1.41e-8],
          [0.2982, 1.76e-8],
          [0.3075, 1.08e-8],
          [0.317, 1.83e-8],
          [0.3267, 1.23e-8],
          [0.3367, 1.17e-8],
          [0.347, 1.66e-8],
          [0.3577, 1.6e-8],
          [0.3687, 1.58e-8],
          [0.3792, 6.18e-8],
          [0.384, 6.18e-8],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'the weakest limit in steps of 3 % in mass, at their middle',
      ),
    },
  ],
  counts: [],
  read: 'from HEPData',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone'],
  references: ['arXiv:2101.12304', 'arXiv:2304.06772'],
});
