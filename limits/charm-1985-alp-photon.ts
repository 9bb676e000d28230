import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 157 (1985) 458';

export default defineLimit({
  id: 'charm-1985-alp-photon',
  title: 'CHARM: axion-like particles to two photons',
  year: 1985,
  experiment: 'CHARM',
  mode: 'dump',
  model: 'alp-photon',
  process: 'a → γγ',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'g_aγγ', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper edge',
      points: fact(
        [
          [0.00997, 0.0025],
          [0.0149, 0.00126],
          [0.0262, 3.84e-4],
          [0.0356, 1.92e-4],
          [0.0424, 1.25e-4],
          [0.0502, 7.63e-5],
          [0.059, 5.16e-5],
          [0.0675, 3.4e-5],
          [0.0765, 2.01e-5],
          [0.0783, 1.58e-5],
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
          [0.00999, 2.87e-5],
          [0.0128, 2.04e-5],
          [0.0184, 1.5e-5],
          [0.0333, 8.71e-6],
          [0.0469, 6.95e-6],
          [0.0533, 6.66e-6],
          [0.06, 6.66e-6],
          [0.0667, 7.12e-6],
          [0.0723, 8.26e-6],
          [0.078, 1.19e-5],
          [0.0783, 1.58e-5],
        ],
        'published',
        `${PAPER}, as digitised in FORESEE (arXiv:2105.07077)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'both edges above 10 MeV; which paper was read is recalled, the file does not say',
  digitiser: 'F. Kling and S. Trojanowski, FORESEE (github KlingFelix/FORESEE)',
  licence: 'MIT, as FORESEE',
  searches: ['charm-gg'],
  assumptions: ['coupling to photons alone, −¼ g a FF̃'],
  references: ['Phys. Lett. B 157 (1985) 458', 'arXiv:1512.03069', 'arXiv:2105.07077'],
});
