import { defineLimit, fact } from 'spillway/search';

const TALK = 'D. Baigarashev for NA62, Dubna, April 2024';
const PAPER = 'PLB 838 (2023) 137679, arXiv:2211.04818';

export default defineLimit({
  id: 'na62-2023-munuee',
  title: 'NA62: K⁺ → μ⁻νe⁺e⁺',
  year: 2023,
  experiment: 'NA62',
  mode: 'kaon',
  model: null,
  process: 'K⁺ → μ⁻νe⁺e⁺',
  x: null,
  y: { quantity: 'branching fraction', symbol: 'B', power: 1, unit: '' },
  confidence: fact(0.9, 'published', TALK),
  curves: [{ kind: 'upper limit', points: fact([[0, 8.1e-11]], 'published', TALK) }],
  counts: [
    {
      x: 0,
      observed: fact(0, 'published', TALK),
      background: fact(0.26, 'published', TALK),
      backgroundError: fact(0.04, 'published', TALK),
      ses: fact(3.5e-11, 'published', TALK),
    },
  ],
  read: 'the number in the text',
  digitiser: 'none: printed as a number',
  licence: 'a published number',
  searches: ['kaon-munuee'],
  assumptions: ['spectrum of the decay as in the publication'],
  references: [PAPER, TALK],
});
