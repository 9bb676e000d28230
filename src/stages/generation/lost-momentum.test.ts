import { expect, it } from 'vitest';
import { allocateMomenta } from '../../physics/vectors/momentum-columns.ts';
import { lostMomentum } from './lost-momentum.ts';

it('adds up neutrinos and the softest of what is there too often', () => {
  const products = [
    { name: 'gamma', charge: 0 },
    { name: 'e+', charge: 1 },
    { name: 'gamma', charge: 0 },
    { name: 'e+', charge: 1 },
    { name: 'e-', charge: -1 },
    { name: 'nu', charge: 0 },
    { name: 'gamma', charge: 0 },
  ];
  const momenta = products.map((_, k) => {
    const one = allocateMomenta(1);
    one.energy[0] = [5, 3, 1, 2, 4, 0.25, 0.5][k];
    one.px[0] = 10 ** k;
    return one;
  });
  const lost = allocateMomenta(1);
  const lose = (positive: number, negative: number, photons: number) => {
    lostMomentum(products, { positive, negative, photons }, momenta, 1, lost);
    return [lost.energy[0], lost.px[0]];
  };
  expect(lose(2, 1, 3)).toEqual([0.25, 100_000]);
  expect(lose(2, 1, 1)).toEqual([0.25 + 1 + 0.5, 1_100_100]);
  expect(lose(1, 1, 0)).toEqual([0.25 + 5 + 1 + 0.5 + 2, 1_101_101]);
  expect(lose(3, 1, 4)).toEqual([0.25, 100_000]);
});
