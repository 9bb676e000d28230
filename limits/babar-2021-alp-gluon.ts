import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:2108.10331';

export default defineLimit({
  id: 'babar-2021-alp-gluon',
  title: 'BaBar: B → K a with a → γγ, 3π, ηππ, read again',
  year: 2021,
  experiment: 'BaBar',
  mode: 'collider',
  model: 'alp-gluon',

  process: 'B → K a',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'c_GG/f', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.174, 0.00931],
          [0.1974, 0.00212],
          [0.2, 0.00641],
          [0.2247, 0.00155],
          [0.2429, 0.00155],
          [0.2857, 9.61e-4],
          [0.3416, 0.00157],
          [0.3623, 0.00107],
          [0.3935, 0.00119],
          [0.4403, 8.52e-4],
          [0.4455, 8.84e-4],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.626, 0.00301],
          [0.7039, 0.0109],
          [0.7727, 0.0022],
          [0.8052, 0.00191],
          [0.8662, 0.00119],
          [0.9078, 0.00251],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
    {
      kind: 'upper limit',
      points: fact(
        [
          [1.003, 0.0075],
          [1.04, 0.0106],
          [1.123, 0.0413],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'all sections',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: [
    'their L ⊃ −(g_s²/8) g_agg a GG̃: c_GG/f = 2π² g_agg',
    'a coupling to gluons alone at 1 TeV, rates of the authors of the file',
    'a recast, not by the experiment',
  ],
  references: ['arXiv:2108.10331', 'arXiv:2105.07077'],
});
