import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 203 (1988) 332';

export default defineLimit({
  id: 'ps191-1988-hnl-e',
  title: 'PS191: decays of heavy neutrinos of kaons',
  year: 1988,
  experiment: 'PS191',
  mode: 'kaon',
  model: 'hnl-e',

  process: 'K⁺ → e⁺N, N → charged particles',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_e|', power: 2, unit: '' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.1522, 6.75e-8],
          [0.1776, 1.93e-8],
          [0.1956, 1.08e-8],
          [0.2327, 5.04e-9],
          [0.2664, 3.6e-9],
          [0.2716, 3.19e-9],
          [0.2992, 2.5e-9],
          [0.3232, 2.35e-9],
          [0.3359, 2.15e-9],
          [0.392, 2.15e-9],
          [0.4074, 2.28e-9],
          [0.4487, 4.46e-9],
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
