import { defineLimit, fact } from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 797 (2019) 134794, arXiv:1905.07770';

export default defineLimit({
  id: 'na62-2019-piminus-mumu',
  title: 'NA62: K⁺ → π⁻μ⁺μ⁺',
  year: 2019,
  experiment: 'NA62',
  mode: 'kaon',
  model: null,
  process: 'K⁺ → π⁻μ⁺μ⁺',
  x: null,
  y: { quantity: 'branching fraction', symbol: 'B', power: 1, unit: '' },
  confidence: fact(0.9, 'published', TALK),
  curves: [{ kind: 'upper limit', points: fact([[0, 4.2e-11]], 'published', TALK) }],
  counts: [
    {
      x: 0,
      observed: fact(1, 'published', TALK),
      background: fact(0.91, 'published', TALK),
      backgroundError: fact(0.41, 'published', TALK),
      ses: fact(1.28e-11, 'computed', `8357 candidates and the acceptances of ${PAPER}`),
    },
  ],
  read: 'the number in the text',
  digitiser: 'none: printed as a number',
  licence: 'a published number',
  searches: ['kaon-piminus-mumu'],
  assumptions: ['spectrum of the decay as in the publication'],
  references: [PAPER, TALK],
});
