import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:1204.3583';

export default defineLimit({
  id: 'charm-2012-dark-photon',
  title: 'CHARM: dark photons behind the copper dump of the SPS',
  year: 2012,
  experiment: 'CHARM',
  mode: 'dump',
  model: 'dark-photon',
  process: 'A′ → e⁺e⁻, μ⁺μ⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(0.9, 'recalled', PAPER),
  protons: fact(2.4e18, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.03, 1.0e-5],
          [0.05, 6.0e-6],
          [0.07, 4.1e-6],
          [0.1, 2.7e-6],
          [0.15, 1.7e-6],
          [0.2, 1.2e-6],
          [0.25, 8.7e-7],
          [0.3, 6.7e-7],
          [0.35, 5.0e-7],
          [0.4, 3.3e-7],
          [0.45, 2.1e-7],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'read from the digitised curve on a grid of 3 %',
      ),
    },
  ],
  counts: [],
  read: 'upper edge of the CHARM region; the lower edge is not in this file',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  searches: ['charm-ee', 'charm-mumu'],
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: ['arXiv:1204.3583', 'arXiv:2105.07077'],
});
