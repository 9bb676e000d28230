import { defineLimit, fact } from 'spillway/search';

const PAPER = 'Phys. Rev. Lett. 67 (1991) 2942';

export default defineLimit({
  id: 'e774-1991-dark-photon',
  title: 'E774: dark photons behind an electron dump of Fermilab',
  year: 1991,
  experiment: 'E774',
  mode: 'dump',
  model: 'dark-photon',

  process: 'A′ → e⁺e⁻',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power: 1, unit: '' },
  confidence: fact(null, 'unverified', PAPER, 'not read in the paper'),
  curves: [
    {
      kind: 'ring',
      points: fact(
        [
          [0.002028, 0.0108],
          [0.002029, 1.29e-4],
          [0.002255, 1.34e-4],
          [0.002624, 1.48e-4],
          [0.002929, 1.54e-4],
          [0.003181, 1.68e-4],
          [0.003618, 1.8e-4],
          [0.004469, 2.12e-4],
          [0.005176, 2.32e-4],
          [0.005611, 2.52e-4],
          [0.006872, 2.91e-4],
          [0.007541, 3.21e-4],
          [0.008641, 3.95e-4],
          [0.00935, 4.68e-4],
          [0.009797, 5.91e-4],
          [0.009859, 6.82e-4],
          [0.009797, 7.69e-4],
          [0.009448, 9e-4],
          [0.007754, 0.00155],
          [0.00578, 0.00254],
          [0.003913, 0.00459],
          [0.002708, 0.00741],
          [0.002289, 0.00896],
        ],
        'published',
        `${PAPER}, as digitised in Dark-Matter-Live`,
        'thinned to 1 % of the digitised curve',
      ),
    },
  ],
  counts: [],
  read: 'the region, from a figure of arXiv:1802.03794',
  digitiser: 'Dark-Matter-Live (github NewPhysicsLive/DarkMatterLive), taken from the papers by its authors',
  licence: 'Apache-2.0, as Dark-Matter-Live',
  assumptions: ['kinetic mixing alone: couplings to charges in units of ε e'],
  references: [PAPER, 'arXiv:1802.03794'],
});
