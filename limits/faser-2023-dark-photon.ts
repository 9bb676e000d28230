import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:2308.05587';

export default defineLimit({
  id: 'faser-2023-dark-photon',
  title: 'FASER: dark photons, 27 fb⁻¹ of 13.6 TeV',
  year: 2023,
  experiment: 'FASER',
  mode: 'collider',
  model: 'dark-photon',
  process: 'A′ → e⁺e⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(0.9, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.01, 2.38e-4],
          [0.0142, 1.65e-4],
          [0.0173, 1.23e-4],
          [0.0219, 9.06e-5],
          [0.0305, 6.05e-5],
          [0.0378, 4.78e-5],
          [0.0525, 2.97e-5],
          [0.0702, 1.82e-5],
          [0.0816, 1.13e-5],
          [0.0858, 6.98e-6],
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
          [0.01, 8.59e-6],
          [0.0152, 6.85e-6],
          [0.0209, 5.97e-6],
          [0.0293, 4.9e-6],
          [0.0474, 3.89e-6],
          [0.0593, 4.27e-6],
          [0.071, 4.76e-6],
          [0.0858, 6.98e-6],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'both edges of the region for 27 fb⁻¹',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: ['arXiv:2308.05587', 'arXiv:2105.07077'],
});
