import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 107 (2023) 052009, arXiv:2207.09575';

export default defineLimit({
  id: 'babar-2023-hnl-tau',
  title: 'BaBar: kinematics of τ → 3π N',
  year: 2023,
  experiment: 'BaBar',
  mode: 'collider',
  model: 'hnl-tau',
  alsoFor: [
    {
      model: 'hnl-tau-dirac',
      lower: fact(1, 'computed', 'production alone is seen: decays do not matter'),
      upper: fact(1, 'computed', 'production alone is seen: decays do not matter'),
    },
  ],
  process: 'τ → π π π N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_τ|', power: 2, unit: '' },
  confidence: fact(0.95, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.1, 0.0231],
          [0.2, 0.0195],
          [0.3, 0.00967],
          [0.4, 0.00214],
          [0.5, 5.85e-4],
          [0.6, 6.22e-4],
          [0.8, 3.85e-4],
          [0.9, 5.38e-5],
          [1, 9.11e-5],
          [1.1, 4.78e-5],
          [1.2, 5.04e-6],
          [1.3, 4.09e-5],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'with systematic uncertainties, from the table of the paper',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone'],
  references: ['arXiv:2207.09575', 'arXiv:2304.06772'],
});
