import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 104 (2021) 095019, arXiv:2107.14685';

export default defineLimit({
  id: 'charm-2021-hnl-tau',
  title: 'CHARM: heavy neutrinos of taus, read again',
  year: 2021,
  experiment: 'CHARM',
  mode: 'dump',
  model: 'hnl-tau',
  alsoFor: [
    {
      model: 'hnl-tau-dirac',
      lower: fact(1.41, 'computed', 'as many are made, and half as many decay: |U|⁴ counts'),
      upper: fact(2, 'computed', 'twice the lifetime'),
    },
  ],
  process: 'τ → N X, N → ν e⁺e⁻, ν μ⁺μ⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_τ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.1004, 6.12e-4],
          [0.1004, 0.00516],
          [1.012, 0.00516],
          [1.321, 6.55e-4],
          [1.478, 2.26e-4],
          [1.589, 6.68e-5],
          [1.604, 2.3e-5],
          [1.589, 1.09e-5],
          [1.541, 5.47e-6],
          [1.499, 3.84e-6],
          [1.424, 2.78e-6],
          [1.365, 2.35e-6],
          [1.253, 1.95e-6],
          [1.172, 1.89e-6],
          [1.029, 2.02e-6],
          [0.9951, 1.89e-6],
          [0.9365, 1.82e-6],
          [0.8095, 2.27e-6],
          [0.6666, 3.52e-6],
          [0.4467, 1.09e-5],
          [0.203, 1.13e-4],
          [0.1754, 1.34e-4],
          [0.1578, 1.72e-4],
          [0.1219, 3.45e-4],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region, up to |U|² = 5 × 10⁻³, where its figure ends',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Majorana particles',
    'a recast, not by the experiment',
  ],
  references: ['arXiv:2107.14685', 'arXiv:2304.06772'],
});
