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
          [0.03, 6.1e-5],
          [0.05, 3.1e-5],
          [0.07, 1.8e-5],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'read from the digitised curve on a grid of 3 %',
      ),
    },
  ],
  counts: [],
  read: 'upper edge of the region for 27 fb⁻¹; the lower edge is not in this file',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: ['arXiv:2308.05587', 'arXiv:2105.07077'],
});
