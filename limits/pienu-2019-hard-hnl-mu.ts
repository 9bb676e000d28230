import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 798 (2019) 134980, arXiv:1904.03269';

export default defineLimit({
  id: 'pienu-2019-hard-hnl-mu',
  title: 'PIENU: peaks in π⁺ → μ⁺N, hard muons',
  year: 2019,
  experiment: 'PIENU',
  mode: 'pion',
  model: 'hnl-mu',
  alsoFor: [
    {
      model: 'hnl-mu-dirac',
      lower: fact(1, 'computed', 'production alone is seen: decays do not matter'),
      upper: fact(1, 'computed', 'production alone is seen: decays do not matter'),
    },
  ],
  process: 'π⁺ → μ⁺N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.01566, 5.96e-6],
          [0.0159, 5.96e-6],
          [0.01679, 3.45e-6],
          [0.01763, 4.31e-6],
          [0.01844, 4.89e-6],
          [0.01921, 4.5e-6],
          [0.01995, 3.58e-6],
          [0.02066, 3.5e-6],
          [0.02136, 3.27e-6],
          [0.02203, 2.38e-6],
          [0.02284, 1.93e-6],
          [0.02377, 4.11e-6],
          [0.02467, 4.58e-6],
          [0.02554, 4.8e-6],
          [0.02638, 5.1e-6],
          [0.02731, 4.42e-6],
          [0.02836, 4.06e-6],
          [0.02899, 4.47e-6],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'the weakest limit in steps of 3 % in mass, at their middle',
      ),
    },
  ],
  counts: [],
  read: 'muons above 1.2 MeV',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone'],
  references: ['arXiv:1904.03269', 'arXiv:2304.06772'],
});
