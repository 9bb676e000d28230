import { defineLimit, fact } from 'spillway/search';

const PAPER = 'a collection of limits of beam dumps';

export default defineLimit({
  id: 'dumps-2022-alp-photon',
  title: 'Beam dumps together: axion-like particles to two photons below 30 MeV',
  year: 2022,
  experiment: 'beam dumps',
  mode: 'dump',
  model: 'alp-photon',

  process: 'a → γγ',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'g_aγγ', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.002122, 0.842],
          [0.00221, 5.52e-6],
          [0.008462, 1.53e-6],
          [0.01324, 1.04e-6],
          [0.01598, 9.2e-7],
          [0.0259, 6.12e-7],
          [0.02987, 0.00246],
          [0.02009, 0.00748],
          [0.01069, 0.0337],
          [0.006562, 0.0972],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: '2 to 30 MeV, where the files of single dumps end; its upper side goes on to smaller masses',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: [
    'a coupling to photons alone',
    'several electron and proton dumps in one region; which ones, the file does not say',
  ],
  references: ['arXiv:2105.07077'],
});
