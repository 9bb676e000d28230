import { expect, it } from 'vitest';
import { typedBefore } from './search-given.ts';

const ASKED = { seed: 5, settings: ['a.b=1', 'c=2'] };

it('puts what is typed before what stands in the file of a question', () => {
  expect(typedBefore(ASKED, undefined, { seed: 1, seedTyped: false })).toEqual(ASKED);
  expect(typedBefore(ASKED, ['a.b=3'], { seed: 1, seedTyped: true })).toEqual({ seed: 1, settings: ['c=2', 'a.b=3'] });
  expect(typedBefore({ seed: undefined, settings: [] }, ['c=4'], { seed: 1, seedTyped: false })).toEqual({
    seed: 1,
    settings: ['c=4'],
  });
});
