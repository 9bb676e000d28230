import { defineLimit, fact } from 'spillway/search';

const PAPER = 'the limit of E949 on K⁺ → π⁺γγ';

export default defineLimit({
  id: 'e949-2005-alp-gluon',
  title: 'E949: K⁺ → π⁺γγ',
  year: 2005,
  experiment: 'E949',
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
          [0.004, 0.0154],
          [0.056, 0.00108],
          [0.086, 6.8e-4],
          [0.108, 5.03e-4],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the whole curve; which paper was read the file does not say',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: [
    'their L ⊃ −(g_s²/8) g_agg a GG̃: c_GG/f = 2π² g_agg',
    'a coupling to gluons alone at 1 TeV, rates of the authors of the file',
  ],
  references: ['arXiv:2105.07077', 'arXiv:2201.05170'],
});
