import { defineLimit, fact } from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 846 (2023) 138193, arXiv:2307.04579';

export default defineLimit({
  id: 'na62-2023-pi4e',
  title: 'NA62: K⁺ → π⁺e⁺e⁻e⁺e⁻',
  year: 2023,
  experiment: 'NA62',
  mode: 'kaon',
  model: null,
  process: 'K⁺ → π⁺e⁺e⁻e⁺e⁻',
  x: null,
  y: { quantity: 'branching fraction', symbol: 'B', power: 1, unit: '' },
  confidence: fact(0.9, 'published', TALK),
  curves: [{ kind: 'upper limit', points: fact([[0, 1.4e-8]], 'published', TALK) }],
  counts: [
    {
      x: 0,
      observed: fact(0, 'computed', `limit / sensitivity = 2.30, ${TALK}`),
      background: fact(0.18, 'published', TALK),
      backgroundError: fact(0.06, 'published', TALK),
      ses: fact(6.3e-9, 'computed', `1 / (8.58e11 · 1.85e-4), ${TALK}`),
    },
  ],
  read: 'the number in the text',
  digitiser: 'none: printed as a number',
  licence: 'a published number',
  searches: ['kaon-pi4e'],
  assumptions: ['spectrum of the decay as in the publication'],
  references: [PAPER, TALK],
});
