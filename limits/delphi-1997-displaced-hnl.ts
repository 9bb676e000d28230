import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Z. Phys. C 74 (1997) 57';
const majorana = {
  lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
  upper: fact(0.5, 'computed', 'half the lifetime'),
};
const read = fact(1, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits): one curve for the three kinds of lepton');
const same = { lower: read, upper: read };

export default defineLimit({
  id: 'delphi-1997-displaced-hnl',
  title: 'DELPHI: heavy neutrinos of Z bosons, decays far from the beam',
  year: 1997,
  experiment: 'DELPHI',
  mode: 'collider',
  model: 'hnl-e-dirac',
  alsoFor: [
    { model: 'hnl-e', ...majorana },
    { model: 'hnl-mu-dirac', symbol: '|U_μ|', ...same },
    { model: 'hnl-mu', symbol: '|U_μ|', ...majorana },
    { model: 'hnl-tau-dirac', symbol: '|U_τ|', ...same },
    { model: 'hnl-tau', symbol: '|U_τ|', ...majorana },
  ],
  process: 'Z → ν N',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: '|U_e|', power: 2, unit: '' },
  confidence: fact(0.95, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits)'),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [0.4283, 0.0101],
          [1.034, 5.2e-4],
          [1.9, 7.68e-5],
          [2.069, 6.14e-5],
          [2.18, 5.71e-5],
          [2.9, 2.67e-5],
          [3.101, 2.34e-5],
          [3.47, 1.99e-5],
          [3.652, 1.99e-5],
          [3.844, 2.16e-5],
          [3.973, 2.46e-5],
          [4.105, 3.56e-5],
          [4.512, 0.00107],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'long-lived; its upper side is not in the file, the search for short-lived ones goes on there',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: [
    'mixing with one neutrino alone',
    'the limit is for Dirac particles',
    'everything above the curve is taken for excluded',
  ],
  references: [PAPER, 'arXiv:2304.06772'],
});
