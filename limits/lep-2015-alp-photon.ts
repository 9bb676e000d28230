import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 06 (2015) 173, arXiv:1409.4792';

export default defineLimit({
  id: 'lep-2015-alp-photon',
  title: 'LEP: axion-like particles to photons',
  year: 2015,
  experiment: 'LEP',
  mode: 'collider',
  model: 'alp-photon',
  process: 'e⁺e⁻ → γa, a → γγ',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'g_aγγ', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(0.95, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.0182, 0.0108],
          [0.0193, 0.00902],
          [0.0222, 0.00655],
          [0.0289, 0.00476],
          [0.0479, 0.0048],
          [0.11, 0.00469],
          [0.121, 0.00539],
          [0.138, 0.00498],
          [0.167, 0.00632],
          [0.41, 0.00656],
          [0.457, 0.00643],
          [0.53, 0.00689],
          [0.911, 0.00688],
          [1.82, 0.00659],
          [2.0, 0.0106],
          [2.02, 0.00679],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the curve to 2 GeV; which paper was read is recalled, the file does not say',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['coupling to photons alone, −¼ g a FF̃'],
  references: ['arXiv:1409.4792', 'arXiv:2105.07077'],
});
