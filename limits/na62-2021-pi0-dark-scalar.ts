import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 02 (2021) 201, arXiv:2010.07644';

export default defineLimit({
  id: 'na62-2021-pi0-dark-scalar',
  title: 'NA62: π⁰ to nothing seen, read as K⁺ → π⁺S',
  year: 2021,
  experiment: 'NA62',
  mode: 'kaon',
  model: 'dark-scalar',
  process: 'K⁺ → π⁺S, S not seen',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'θ', power: 1, unit: '' },
  confidence: fact(0.9, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.109, 0.02],
          [0.121, 0.00143],
          [0.125, 9.84e-4],
          [0.129, 8.65e-4],
          [0.135, 8.61e-4],
          [0.139, 8.9e-4],
          [0.144, 0.00107],
          [0.153, 0.00811],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the whole curve',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['mixing with the Higgs boson alone'],
  references: ['arXiv:2010.07644', 'arXiv:2105.07077'],
});
