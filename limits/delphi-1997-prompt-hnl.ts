import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Z. Phys. C 74 (1997) 57';
const majorana = {
  lower: fact(0.71, 'computed', 'as many are made, and twice as many decay: |U|⁴ counts'),
  upper: fact(0.5, 'computed', 'half the lifetime'),
};
const read = fact(1, 'code', 'arXiv:2304.06772 (Heavy Neutrino Limits): one curve for the three kinds of lepton');
const same = { lower: read, upper: read };

export default defineLimit({
  id: 'delphi-1997-prompt-hnl',
  title: 'DELPHI: heavy neutrinos of Z bosons, decays near the beam',
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
          [1.81, 0.01],
          [3.514, 2.02e-4],
          [4.542, 5e-5],
          [5.074, 3.09e-5],
          [5.329, 2.7e-5],
          [5.934, 2.13e-5],
          [6.334, 1.95e-5],
          [6.865, 1.82e-5],
          [7.194, 1.79e-5],
          [7.754, 1.8e-5],
        ],
        'published',
        `${PAPER}, as digitised in arXiv:2304.06772 (Heavy Neutrino Limits)`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'short-lived, below 12 GeV',
  digitiser:
    'as collected in Heavy Neutrino Limits (github mhostert/Heavy-Neutrino-Limits), by its authors or from data releases',
  licence: 'MIT, as Heavy Neutrino Limits',
  assumptions: ['mixing with one neutrino alone', 'the limit is for Dirac particles'],
  references: [PAPER, 'arXiv:2304.06772'],
});
