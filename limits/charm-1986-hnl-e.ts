import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 166 (1986) 473';

export default defineLimit({
  id: 'charm-1986-hnl-e',
  title: 'CHARM: heavy neutrinos of charmed mesons that decay to charged leptons',
  year: 1986,
  experiment: 'CHARM',
  mode: 'dump',
  model: 'hnl-e-dirac',
  alsoFor: [
    {
      model: 'hnl-e',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'D → e N, N → ν e⁺e⁻ and the like',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_e|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.1605, 2.86e-5],
          [0.2353, 9.36e-6],
          [0.3077, 3.74e-6],
          [0.3377, 2.92e-6],
          [0.3678, 2.15e-6],
          [0.5257, 9.19e-7],
          [0.8982, 3.13e-7],
          [0.9821, 2.78e-7],
          [1.134, 2.4e-7],
          [1.298, 1.5e-7],
          [1.362, 1.21e-7],
          [1.487, 1.09e-7],
          [1.64, 1.08e-7],
          [1.781, 1.2e-7],
          [1.946, 1.69e-7],
          [2.02, 2.73e-7],
          [2.047, 5.38e-7],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the lower side of the region; its upper side is not in the file',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Dirac particles',
    'everything above the curve is taken for excluded',
  ],
  references: [PAPER, 'arXiv:2304.06772'],
});
