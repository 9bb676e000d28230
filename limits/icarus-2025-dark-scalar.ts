import { defineLimit, fact } from 'spillway/search';

const PAPER = 'arXiv:2411.02727';

export default defineLimit({
  id: 'icarus-2025-dark-scalar',
  title: 'ICARUS: dark scalars of kaons to μ⁺μ⁻',
  year: 2025,
  experiment: 'ICARUS',
  mode: 'kaon',
  model: 'dark-scalar',

  process: 'K → π S, S → μ⁺μ⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'θ', power: 1, unit: '' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.2144, 0.00132],
          [0.2153, 7.67e-5],
          [0.2195, 5.11e-5],
          [0.2338, 3.65e-5],
          [0.2487, 3.31e-5],
          [0.2562, 3.31e-5],
          [0.2622, 3.24e-5],
          [0.2693, 3.35e-5],
          [0.2718, 5.19e-5],
          [0.2694, 1.09e-4],
          [0.2528, 1.51e-4],
          [0.229, 3.44e-4],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['mixing with the Higgs boson alone'],
  references: ['arXiv:2411.02727', 'arXiv:2105.07077'],
});
