import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 550 (2002) 8, arXiv:hep-ph/0208075';

export default defineLimit({
  id: 'charm-2002-hnl-tau',
  title: 'CHARM: heavy neutrinos of D_s → τν, read again',
  year: 2002,
  experiment: 'CHARM',
  mode: 'dump',
  model: 'hnl-tau-dirac',
  alsoFor: [
    {
      model: 'hnl-tau',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'D_s → τ N, N → ν e⁺e⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_τ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.01, 0.669],
          [0.01143, 0.514],
          [0.01469, 0.276],
          [0.01959, 0.111],
          [0.02367, 0.0664],
          [0.02898, 0.0348],
          [0.0351, 0.0203],
          [0.08, 0.00167],
          [0.1633, 1.66e-4],
          [0.1729, 1.46e-4],
          [0.1798, 1.4e-4],
          [0.1898, 1.58e-4],
          [0.2, 2.22e-4],
          [0.2898, 7.43e-5],
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
    'a recast, not by the experiment',
    'everything above the curve is taken for excluded',
  ],
  references: ['arXiv:hep-ph/0208075', 'arXiv:2304.06772'],
});
