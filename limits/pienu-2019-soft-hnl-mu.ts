import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Lett. B 798 (2019) 134980, arXiv:1904.03269';

export default defineLimit({
  id: 'pienu-2019-soft-hnl-mu',
  title: 'PIENU: peaks in π⁺ → μ⁺N, soft muons',
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
          [0.02815, 1.03e-5],
          [0.02853, 1.03e-5],
          [0.02947, 9.52e-6],
          [0.0304, 9.11e-6],
          [0.03134, 9.63e-6],
          [0.03235, 1.19e-5],
          [0.0334, 3.4e-5],
          [0.03382, 3.4e-5],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'the weakest limit in steps of 3 % in mass, at their middle',
      ),
    },
  ],
  counts: [],
  read: 'muons below 1.2 MeV',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone'],
  references: ['arXiv:1904.03269', 'arXiv:2304.06772'],
});
