import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. D 109 (2024) L111102, arXiv:2402.02580';

export default defineLimit({
  id: 'belle-2024-hnl-tau',
  title: 'Belle: τ → π N, N → ν μ⁺μ⁻',
  year: 2024,
  experiment: 'Belle',
  mode: 'collider',
  model: 'hnl-tau-dirac',
  alsoFor: [
    {
      model: 'hnl-tau',
      lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
      upper: fact(0.5, 'computed', 'half the lifetime'),
    },
  ],
  process: 'τ → π N, N → ν μ⁺μ⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_τ|', power: 2, unit: '' },
  confidence: fact(0.95, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.3592, 0.796],
          [0.3592, 0.0203],
          [0.3832, 0.0146],
          [0.4635, 0.00732],
          [0.5087, 0.0065],
          [0.5802, 0.00511],
          [0.6531, 0.00384],
          [0.8712, 0.00164],
          [0.9522, 0.00139],
          [0.9726, 0.00138],
          [0.993, 0.00127],
          [1.054, 0.00123],
          [1.075, 0.00115],
          [1.111, 0.00111],
          [1.218, 0.00105],
          [1.28, 0.00109],
          [1.347, 0.00122],
          [1.423, 0.00154],
          [1.474, 0.00195],
          [1.523, 0.00335],
          [1.533, 0.00736],
          [1.52, 0.0152],
          [1.419, 0.0414],
          [1.237, 0.134],
          [1.011, 0.562],
          [0.9799, 0.791],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone', 'the limit is for Dirac particles'],
  references: ['arXiv:2402.02580', 'arXiv:2304.06772'],
});
