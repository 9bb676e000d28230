import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:2311.01837';

export default defineLimit({
  id: 'na62-2024-pigg-alp-gluon',
  title: 'NA62: K⁺ → π⁺a, a → γγ',
  year: 2024,
  experiment: 'NA62',
  mode: 'kaon',
  model: 'alp-gluon',

  process: 'K⁺ → π⁺a, a → γγ',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'c_GG/f', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.2073, 6.3e-4],
          [0.2116, 6.3e-4],
          [0.2233, 6.54e-4],
          [0.2355, 5.86e-4],
          [0.249, 5.52e-4],
          [0.2621, 5.28e-4],
          [0.2778, 5.9e-4],
          [0.2917, 6.27e-4],
          [0.3062, 5.95e-4],
          [0.3232, 5.33e-4],
          [0.3403, 6.8e-4],
          [0.3502, 7.49e-4],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'the weakest limit in steps of 5 % in mass, at their middle',
      ),
    },
  ],
  counts: [],
  read: 'the whole curve',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: [
    'their L ⊃ −(g_s²/8) g_agg a GG̃: c_GG/f = 2π² g_agg',
    'a coupling to gluons alone at 1 TeV, rates of the authors of the file',
  ],
  references: ['arXiv:2311.01837', 'arXiv:2105.07077'],
});
