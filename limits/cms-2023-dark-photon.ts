import { defineLimit, fact } from 'spillway/search';

const PAPER = 'JHEP 12 (2023) 070, arXiv:2309.16003';

export default defineLimit({
  id: 'cms-2023-dark-photon',
  title: 'CMS: prompt dark photons to μ⁺μ⁻, 96.6 fb⁻¹ of 13 TeV',
  year: 2023,
  experiment: 'CMS',
  mode: 'collider',
  model: 'dark-photon',

  process: 'A′ → μ⁺μ⁻, prompt',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(0.9, 'published', PAPER),
  curves: [
    {
      kind: 'upper limit',
      points: fact(
        [
          [1.176, 4.1e-4],
          [1.2, 4.1e-4],
          [1.262, 4.52e-4],
          [1.331, 3.54e-4],
          [1.415, 6.24e-4],
          [1.49, 4.74e-4],
          [1.562, 7.53e-4],
          [1.648, 4.44e-4],
          [1.73, 6.47e-4],
          [1.826, 7.39e-4],
          [1.935, 5.78e-4],
          [2.027, 6.36e-4],
          [2.139, 6.99e-4],
          [2.242, 5.78e-4],
          [2.366, 6.36e-4],
          [2.498, 8.12e-4],
          [2.577, 7.82e-4],
        ],
        'published',
        `${PAPER}, as digitised in Dark-Matter-Live`,
        'the weakest limit in steps of 5 % in mass, at their middle',
      ),
    },
  ],
  counts: [],
  read: '1.18 to 2.6 GeV',
  digitiser: 'Dark-Matter-Live (github NewPhysicsLive/DarkMatterLive), taken from the papers by its authors',
  licence: 'Apache-2.0, as Dark-Matter-Live',
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: ['arXiv:2309.16003'],
});
