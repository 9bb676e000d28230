import { defineLimit, fact } from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PRL 127 (2021) 131802, arXiv:2105.06759';

export default defineLimit({
  id: 'na62-2021-pi0-mue',
  title: 'NA62: π⁰ → μ⁻e⁺',
  year: 2021,
  experiment: 'NA62',
  mode: 'kaon',
  model: null,
  process: 'π⁰ → μ⁻e⁺',
  x: null,
  y: { quantity: 'branching fraction', symbol: 'B', power: 1, unit: '' },
  confidence: fact(0.9, 'published', TALK),
  curves: [{ kind: 'upper limit', points: fact([[0, 3.2e-10]], 'published', TALK) }],
  counts: [
    {
      x: 0,
      observed: fact(0, 'published', TALK),
      background: fact(0.23, 'published', TALK),
      backgroundError: fact(0.15, 'published', TALK),
      ses: fact(1.39e-10, 'recalled', PAPER),
    },
  ],
  read: 'the number in the text',
  digitiser: 'none: printed as a number',
  licence: 'a published number',
  searches: ['kaon-pi0-mue'],
  assumptions: ['spectrum of the decay as in the publication'],
  references: [PAPER, TALK],
});
