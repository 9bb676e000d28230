import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:1209.6083';

export default defineLimit({
  id: 'e137-2012-dark-photon',
  title: 'E137: dark photons from an electron beam dump',
  year: 2012,
  experiment: 'E137',
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
          [0.03, 1.2e-5],
          [0.05, 6.5e-6],
          [0.07, 4.3e-6],
          [0.1, 2.8e-6],
          [0.15, 1.7e-6],
          [0.2, 1.1e-6],
          [0.25, 5.3e-7],
          [0.3, 3.1e-7],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'read from the digitised curve on a grid of 3 %',
      ),
    },
  ],
  counts: [],
  read: 'upper edge of the E137 region; the lower edge is not in this file',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: ['arXiv:1209.6083', 'arXiv:2105.07077'],
});
