import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. Lett. 133 (2024) 111802, arXiv:2312.12055';

export default defineLimit({
  id: 'na62-2024-dump-dark-photon',
  title: 'NA62 in beam-dump mode: dark photons to e⁺e⁻ and μ⁺μ⁻',
  year: 2024,
  experiment: 'NA62',
  mode: 'dump',
  model: 'dark-photon',
  process: 'A′ → e⁺e⁻, μ⁺μ⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(0.9, 'published', PAPER),
  protons: fact(1.4e17, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.03, 5.2e-5],
          [0.05, 3.2e-5],
          [0.07, 2.2e-5],
          [0.1, 1.5e-5],
          [0.15, 9.4e-6],
          [0.2, 7.1e-6],
          [0.25, 3.4e-6],
          [0.3, 2.4e-6],
          [0.35, 2.1e-6],
          [0.4, 1.5e-6],
          [0.45, 1.3e-6],
          [0.5, 1.0e-6],
          [0.53, 7.7e-7],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'read from the digitised curve on a grid of 3 %',
      ),
    },
  ],
  counts: [],
  read: 'upper edge of the two regions together; the lower edge is not in this file',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  searches: ['dump-mumu', 'dump-ee'],
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: [
    'JHEP 09 (2023) 035, arXiv:2303.08666',
    'Phys. Rev. Lett. 133 (2024) 111802, arXiv:2312.12055',
    'arXiv:2105.07077',
  ],
});
