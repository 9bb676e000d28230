import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. Lett. 123 (2019) 071801, arXiv:1903.03586';

export default defineLimit({
  id: 'primex-2019-alp-photon',
  title: 'PrimEx: axion-like particles among photon pairs',
  year: 2019,
  experiment: 'PrimEx',
  mode: 'collider',
  model: 'alp-photon',
  process: 'a → γγ',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'g_aγγ', power: 1, unit: 'GeV⁻¹' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.108, 0.00311],
          [0.11, 0.00286],
          [0.113, 0.001],
          [0.116, 8.68e-4],
          [0.121, 0.00178],
          [0.123, 0.00168],
          [0.125, 0.0018],
          [0.145, 0.00105],
          [0.148, 0.00116],
          [0.151, 0.00172],
          [0.158, 7.51e-4],
          [0.161, 7.28e-4],
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
  assumptions: ['coupling to photons alone, −¼ g a FF̃'],
  references: ['arXiv:1903.03586', 'arXiv:2105.07077'],
});
