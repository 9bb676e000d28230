import { expect, it } from 'vitest';
import { flatDecay } from './flat.ts';
import { meanWeight } from './mean-weight.ts';

it('gives a flat decay into two the mean that integrating it gives, to the last bit', () => {
  for (const masses of [
    [0.493677, 0.13957039, 0.1349768],
    [0.3, 0.0011, 0.0011],
  ]) {
    const { evenWeight: _, ...integrated } = flatDecay('X -> a b', masses);
    expect(meanWeight(flatDecay('X -> a b', masses), 2)).toEqual(meanWeight(integrated, 2));
  }
});
