import { expect, it } from 'vitest';
import { centralWidth } from './central-width.ts';

const axes = [{ observable: 'mass', symbol: 'm', unit: { name: 'MeV', size: 1e-3 }, from: -5, to: 5, bins: 1000 }];
const spectrum = (density: (x: number) => number, weight = 1) => {
  const contents = Float64Array.from({ length: 1000 }, (_, bin) => weight * density(-5 + 0.01 * (bin + 0.5)));
  return { axes, contents, squares: contents.map((w) => w * weight) };
};

it('is one standard deviation of a Gaussian and 34.1 % of a flat spectrum', () => {
  expect(centralWidth(spectrum((x) => Math.exp((-x * x) / 2))).value).toBeCloseTo(1, 3);
  expect(centralWidth(spectrum((x) => Math.exp((-x * x) / 0.5))).value).toBeCloseTo(0.5, 3);
  expect(centralWidth(spectrum(() => 1)).value).toBeCloseTo(10 * 0.34134, 3);
});

it('does not look at tails that are shifted further out, and scales its error with the number of candidates', () => {
  const narrow = (x: number) => Math.exp((-x * x) / 2) + (Math.abs(x) > 3.5 ? 0.0005 : 0);
  expect(centralWidth(spectrum(narrow)).value).toBeCloseTo(1, 2);
  const many = centralWidth(spectrum((x) => 100 * Math.exp((-x * x) / 2)));
  const few = centralWidth(spectrum((x) => Math.exp((-x * x) / 2)));
  expect(few.error / many.error).toBeCloseTo(10, 1);
});

it('is zero for nothing', () => {
  expect(centralWidth(spectrum(() => 0))).toEqual({ value: 0, error: 0 });
});
