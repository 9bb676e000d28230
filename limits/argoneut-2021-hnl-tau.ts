import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. Lett. 127 (2021) 121801, arXiv:2106.13684';

export default defineLimit({
  id: 'argoneut-2021-hnl-tau',
  title: 'ArgoNeuT: heavy neutrinos of taus to μ⁺μ⁻',
  year: 2021,
  experiment: 'ArgoNeuT',
  mode: 'dump',
  model: 'hnl-tau-dirac',
  alsoFor: [
    {
      model: 'hnl-tau',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'τ → N X, N → ν μ⁺μ⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_τ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.2342, 0.923],
          [0.2423, 0.842],
          [0.2528, 0.656],
          [0.2963, 0.11],
          [0.3349, 0.0414],
          [0.374, 0.0202],
          [0.4605, 0.00658],
          [0.6146, 0.00161],
          [0.8117, 4.33e-4],
          [0.9179, 2.71e-4],
          [0.9559, 2.88e-4],
          [0.9677, 3.08e-4],
          [0.9882, 4.9e-4],
          [0.9807, 9.3e-4],
          [0.9279, 0.00301],
          [0.8838, 0.00626],
          [0.8061, 0.0173],
          [0.6793, 0.076],
          [0.5966, 0.187],
          [0.4816, 0.684],
          [0.471, 0.863],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone', 'the limit is for Dirac particles'],
  references: ['arXiv:2106.13684', 'arXiv:2304.06772'],
});
