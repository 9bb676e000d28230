import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 166 (1986) 473';

export default defineLimit({
  id: 'charm-1986-hnl-mu',
  title: 'CHARM: heavy neutrinos of charmed mesons that decay to charged leptons',
  year: 1986,
  experiment: 'CHARM',
  mode: 'dump',
  model: 'hnl-mu-dirac',
  alsoFor: [
    {
      model: 'hnl-mu',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'D → μ N, N → ν μ⁺μ⁻ and the like',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'ALPINIST (arXiv:2407.08673)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.4385, 1.66e-6],
          [0.5813, 8.18e-7],
          [0.6523, 6.61e-7],
          [1.176, 1.78e-7],
          [1.52, 8.73e-8],
          [1.559, 8.42e-8],
          [1.6, 8.42e-8],
          [1.684, 9.04e-8],
          [1.795, 1.16e-7],
          [1.842, 1.6e-7],
          [1.866, 2.82e-7],
        ],
        'published',
        `${PAPER}, as digitised in ALPINIST (arXiv:2407.08673)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the lower side of the region; its upper side is not in the file',
  digitiser: 'J. L. Schubert, J. Jerhot and others, ALPINIST (github jjerhot/ALPINIST)',
  licence: 'BSD-3-Clause, as ALPINIST',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Dirac particles',
    'everything above the curve is taken for excluded',
  ],
  references: [PAPER, 'arXiv:2407.08673'],
});
