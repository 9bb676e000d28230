import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 79 (2009) 092004, arXiv:0903.0030';

export default defineLimit({
  id: 'e949-2009-dark-scalar',
  title: 'E949: K⁺ → π⁺ and nothing seen',
  year: 2009,
  experiment: 'E949',
  mode: 'kaon',
  model: 'dark-scalar',
  process: 'K⁺ → π⁺S, S not seen',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'θ', power: 1, unit: '' },
  confidence: fact(0.9, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.00768, 2.7e-4],
          [0.0178, 2.64e-4],
          [0.0235, 2.55e-4],
          [0.0311, 2.47e-4],
          [0.0411, 2.4e-4],
          [0.0472, 2.35e-4],
          [0.0543, 2.3e-4],
          [0.0625, 2.2e-4],
          [0.0718, 2.03e-4],
          [0.0826, 2e-4],
          [0.095, 1.9e-4],
          [0.109, 3.44e-4],
          [0.126, 0.0111],
          [0.145, 0.0111],
          [0.166, 0.0011],
          [0.191, 5.66e-4],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'the weakest limit in steps of 15 % in mass, at their middle',
      ),
    },
  ],
  counts: [],
  read: 'the curve above 1 MeV; which paper was read is recalled, the file does not say',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['mixing with the Higgs boson alone'],
  references: ['arXiv:0903.0030', 'arXiv:2105.07077'],
});
