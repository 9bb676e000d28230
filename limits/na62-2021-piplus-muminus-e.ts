import { defineLimit, fact } from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PRL 127 (2021) 131802, arXiv:2105.06759';

export default defineLimit({
  id: 'na62-2021-piplus-muminus-e',
  title: 'NA62: K⁺ → π⁺μ⁻e⁺',
  year: 2021,
  experiment: 'NA62',
  mode: 'kaon',
  model: null,
  process: 'K⁺ → π⁺μ⁻e⁺',
  x: null,
  y: { quantity: 'branching fraction', symbol: 'B', power: 1, unit: '' },
  confidence: fact(0.9, 'published', TALK),
  curves: [{ kind: 'upper limit', points: fact([[0, 6.6e-11]], 'published', TALK) }],
  counts: [
    {
      x: 0,
      observed: fact(2, 'published', TALK),
      background: fact(0.92, 'published', TALK),
      backgroundError: fact(0.34, 'published', TALK),
      ses: fact(1.44e-11, 'recalled', PAPER),
    },
  ],
  read: 'the number in the text',
  digitiser: 'none: printed as a number',
  licence: 'a published number',
  searches: ['kaon-piplus-muminus-e'],
  assumptions: ['spectrum of the decay as in the publication'],
  references: [PAPER, TALK],
});
