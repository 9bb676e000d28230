import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:1311.3870';

export default defineLimit({
  id: 'nucal-2011-dark-photon',
  title: 'ν-Cal I: dark photons behind the iron dump of U70',
  year: 2011,
  experiment: 'ν-Cal I',
  mode: 'dump',
  model: 'dark-photon',
  process: 'A′ → e⁺e⁻, μ⁺μ⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  protons: fact(1.7e18, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.03, 3.1e-5],
          [0.05, 1.7e-5],
          [0.07, 1.2e-5],
          [0.1, 7.5e-6],
          [0.15, 4.6e-6],
          [0.2, 3.3e-6],
          [0.25, 1.8e-6],
          [0.3, 1.4e-6],
          [0.35, 1.1e-6],
          [0.4, 8.9e-7],
          [0.45, 7.3e-7],
          [0.5, 5.8e-7],
          [0.53, 5.0e-7],
          [0.55, 4.6e-7],
          [0.6, 3.3e-7],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'read from the digitised curve on a grid of 3 %',
      ),
    },
  ],
  counts: [],
  read: 'upper edge of the ν-Cal region, π⁰ and bremsstrahlung analyses together; the lower edge is not in this file',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  searches: ['nucal-ee', 'nucal-mumu'],
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: ['arXiv:1104.2747', 'arXiv:1311.3870', 'arXiv:2105.07077'],
});
