import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 02 (2021) 201, arXiv:2010.07644';

export default defineLimit({
  id: 'na62-2021-pi0-light-alp-gluon',
  title: 'NA62: π⁰ → nothing seen, read as K⁺ → π⁺a, below the π⁰',
  year: 2021,
  experiment: 'NA62',
  mode: 'kaon',
  model: 'alp-gluon',

  process: 'K⁺ → π⁺a, a not seen',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'c_GG/f', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.1101, 9.23e-4],
          [0.117, 1.08e-4],
          [0.1243, 4.28e-5],
          [0.1273, 3.77e-5],
          [0.131, 3.56e-5],
          [0.134, 4e-5],
          [0.134, 1.35e-4],
          [0.1299, 9.1e-4],
          [0.124, 0.00167],
          [0.1207, 0.00196],
          [0.1161, 0.00211],
          [0.1117, 0.00185],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: [
    'their L ⊃ −(g_s²/8) g_agg a GG̃: c_GG/f = 2π² g_agg',
    'a coupling to gluons alone at 1 TeV, rates of the authors of the file',
  ],
  references: ['arXiv:2010.07644', 'arXiv:2105.07077'],
});
