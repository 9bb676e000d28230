import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 02 (2021) 201, arXiv:2010.07644';

export default defineLimit({
  id: 'na62-2021-pi0-heavy-alp-gluon',
  title: 'NA62: π⁰ → nothing seen, read as K⁺ → π⁺a, above the π⁰',
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
          [0.1361, 3.97e-5],
          [0.1377, 3.58e-5],
          [0.1407, 3.75e-5],
          [0.1435, 4.28e-5],
          [0.1497, 1.19e-4],
          [0.1546, 8.58e-4],
          [0.1549, 0.00775],
          [0.151, 0.0495],
          [0.1487, 0.0495],
          [0.1368, 3.64e-4],
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
