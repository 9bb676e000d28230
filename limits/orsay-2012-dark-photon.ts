import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:1209.6083';

export default defineLimit({
  id: 'orsay-2012-dark-photon',
  title: 'Orsay: dark photons from an electron beam dump',
  year: 2012,
  experiment: 'Orsay',
  mode: 'dump',
  model: 'dark-photon',
  process: 'A′ → e⁺e⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.03, 3.2e-5],
          [0.05, 1.5e-5],
          [0.07, 7.5e-6],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'read from the digitised curve on a grid of 3 %',
      ),
    },
  ],
  counts: [],
  read: 'upper edge of the Orsay region; the lower edge is not in this file',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: ['arXiv:1209.6083', 'arXiv:2105.07077'],
});
