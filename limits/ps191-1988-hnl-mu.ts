import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 203 (1988) 332';

export default defineLimit({
  id: 'ps191-1988-hnl-mu',
  title: 'PS191: decays of heavy neutrinos of kaons',
  year: 1988,
  experiment: 'PS191',
  mode: 'kaon',
  model: 'hnl-mu',

  process: 'K⁺ → μ⁺N, N → charged particles',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.2713, 5.31e-9],
          [0.3055, 3.47e-9],
          [0.3116, 3.07e-9],
          [0.3306, 2.64e-9],
          [0.3508, 2.64e-9],
          [0.3578, 2.89e-9],
        ],
        'published',
        `${PAPER}, as digitised in ALPINIST (arXiv:2407.08673)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the curve of a later figure',
  digitiser: 'J. L. Schubert, J. Jerhot and others, ALPINIST (github jjerhot/ALPINIST)',
  licence: 'BSD-3-Clause, as ALPINIST',
  assumptions: [
    'mixing with one neutrino alone',
    'everything above the curve is taken for excluded',
    'whether for Dirac or Majorana particles the file does not say',
  ],
  references: ['arXiv:2407.08673', 'arXiv:2201.05170'],
});
