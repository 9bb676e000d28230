import { defineLimit, fact } from 'spillway/search';

const PAPER = 'a recast, arXiv:1512.03069';

export default defineLimit({
  id: 'nucal-2016-alp-photon',
  title: 'ν-Cal I: axion-like particles to two photons',
  year: 2016,
  experiment: 'ν-Cal I',
  mode: 'dump',
  model: 'alp-photon',
  process: 'a → γγ',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'g_aγγ', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.0101, 0.00395],
          [0.0119, 0.00324],
          [0.0194, 0.00123],
          [0.0306, 5.44e-4],
          [0.0711, 8.35e-5],
          [0.111, 2.67e-5],
          [0.139, 1.34e-5],
          [0.156, 8.11e-6],
          [0.16, 5.91e-6],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
    {
      kind: 'lower edge',
      points: fact(
        [
          [0.01, 3.62e-5],
          [0.0183, 1.92e-5],
          [0.067, 7.3e-6],
          [0.0857, 5.87e-6],
          [0.108, 5.01e-6],
          [0.12, 4.72e-6],
          [0.141, 4.61e-6],
          [0.15, 4.8e-6],
          [0.157, 5.22e-6],
          [0.16, 5.91e-6],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'both edges above 10 MeV; which paper was read is recalled, the file does not say',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  searches: ['nucal-gg'],
  assumptions: ['coupling to photons alone, −¼ g a FF̃'],
  references: ['arXiv:1512.03069', 'arXiv:2105.07077'],
});
