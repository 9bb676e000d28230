import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 91 (2015) 052001, arXiv:1411.3963';

export default defineLimit({
  id: 'e949-2015-hnl-mu',
  title: 'E949: peaks in K⁺ → μ⁺N',
  year: 2015,
  experiment: 'E949',
  mode: 'kaon',
  model: 'hnl-mu',
  alsoFor: [
    {
      model: 'hnl-mu-dirac',
      lower: fact(1, 'computed', 'production alone is seen: decays do not matter'),
      upper: fact(1, 'computed', 'production alone is seen: decays do not matter'),
    },
  ],
  process: 'K⁺ → μ⁺N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_μ|', power: 2, unit: '' },
  confidence: fact(0.9, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.178, 8.78e-8],
          [0.1798, 8.78e-8],
          [0.1866, 5.42e-8],
          [0.193, 1.73e-8],
          [0.2006, 1.27e-8],
          [0.208, 2.47e-8],
          [0.2162, 2.6e-8],
          [0.2228, 1.17e-8],
          [0.2316, 1.02e-8],
          [0.2393, 1.49e-8],
          [0.2477, 1.3e-8],
          [0.256, 7.44e-9],
          [0.2646, 1.14e-8],
          [0.2752, 1.07e-8],
          [0.2841, 6.99e-9],
          [0.2931, 1.94e-8],
          [0.2987, 1.3e-8],
          [0.2991, 1.3e-8],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'the weakest limit in steps of 3 % in mass, at their middle',
      ),
    },
  ],
  counts: [],
  read: 'the whole curve',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone'],
  references: ['arXiv:1411.3963', 'arXiv:2304.06772'],
});
