import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. Lett. 127 (2021) 151803, arXiv:2106.00568';

export default defineLimit({
  id: 'microboone-2021-dark-scalar',
  title: 'MicroBooNE: scalars of kaons at rest to e⁺e⁻',
  year: 2021,
  experiment: 'MicroBooNE',
  mode: 'kaon',
  model: 'dark-scalar',
  process: 'K⁺ → π⁺S, S → e⁺e⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'θ', power: 1, unit: '' },
  confidence: fact(0.95, 'recalled', PAPER),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.00278, 0.00687],
          [0.00875, 0.00374],
          [0.0156, 0.0028],
          [0.0347, 0.00147],
          [0.0483, 0.00109],
          [0.0889, 5.27e-4],
          [0.11, 4.24e-4],
          [0.129, 3.76e-4],
          [0.14, 3.66e-4],
          [0.149, 3.47e-4],
          [0.162, 3.36e-4],
          [0.198, 3.27e-4],
          [0.209, 3.48e-4],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the whole curve; which paper was read is recalled, the file does not say',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  assumptions: ['mixing with the Higgs boson alone'],
  references: ['arXiv:2106.00568', 'arXiv:2105.07077'],
});
