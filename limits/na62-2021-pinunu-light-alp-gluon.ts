import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 06 (2021) 093, arXiv:2103.15389';

export default defineLimit({
  id: 'na62-2021-pinunu-light-alp-gluon',
  title: 'NA62: K⁺ → π⁺ and nothing seen, below the π⁰',
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
          [0.0002996, 7.63e-6],
          [0.00584, 7.41e-6],
          [0.01277, 7.19e-6],
          [0.02546, 6.49e-6],
          [0.03146, 6.07e-6],
          [0.04, 5.4e-6],
          [0.05039, 5.48e-6],
          [0.06032, 5.09e-6],
          [0.06978, 5.6e-6],
          [0.08017, 5.73e-6],
          [0.09057, 7.26e-6],
          [0.09981, 9.54e-6],
          [0.1102, 2.76e-5],
          [0.1104, 0.00509],
          [0.09144, 0.00798],
          [0.06006, 0.0177],
          [0.03076, 0.049],
          [0.0002996, 0.049],
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
  references: ['arXiv:2103.15389', 'arXiv:2105.07077'],
});
