import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. Lett. 132 (2024) 041801, arXiv:2310.07660';

export default defineLimit({
  id: 'microboone-2024-hnl-mu',
  title: 'MicroBooNE: decays of heavy neutrinos to e⁺e⁻ and π⁰',
  year: 2024,
  experiment: 'MicroBooNE',
  mode: 'kaon',
  model: 'hnl-mu-dirac',
  alsoFor: [
    {
      model: 'hnl-mu',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'K⁺ → μ⁺N, N → ν e⁺e⁻, ν π⁰',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.009874, 0.00979],
          [0.01019, 0.00326],
          [0.0138, 0.00147],
          [0.01558, 9.99e-4],
          [0.01929, 4.5e-4],
          [0.02196, 3.25e-4],
          [0.0285, 1.86e-4],
          [0.03503, 1.07e-4],
          [0.04157, 6.11e-5],
          [0.05137, 2.8e-5],
          [0.06444, 1.53e-5],
          [0.07424, 9.73e-6],
          [0.08731, 5.34e-6],
          [0.1004, 2.94e-6],
          [0.1265, 1.28e-6],
          [0.1496, 6.05e-7],
          [0.1503, 2.19e-7],
          [0.1806, 7.02e-8],
          [0.2002, 4.05e-8],
          [0.2198, 4.01e-8],
          [0.2394, 2.74e-8],
          [0.2446, 2.33e-8],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the whole curve',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Dirac particles',
    'everything above the curve is taken for excluded',
  ],
  references: ['arXiv:2310.07660', 'arXiv:2304.06772'],
});
