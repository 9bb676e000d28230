import { expect, it } from 'vitest';
import type { SampleSummary } from '../../stages/selection/summary.ts';
import { typicalWeight } from './typical-weight.ts';

/** Ten bins from 0 to 10; weights of the candidates of each. */
function summaryOf(bins: readonly (readonly number[])[]): SampleSummary {
  const sum = (power: number) =>
    Float64Array.from({ length: 10 }, (_, k) => (bins[k] ?? []).reduce((total, w) => total + w ** power, 0));
  const axes = [{ observable: 'mass', symbol: 'm', unit: { name: 'GeV', size: 1 }, from: 0, to: 10, bins: 10 }];
  const flow = [{ name: 'reconstructed', candidates: 4, weight: 40, squares: 400 }];
  return { flow, spectra: { discriminant: { axes, contents: sum(1), squares: sum(2) } } } as never;
}
const five = (weight: number) => new Array<number>(5).fill(weight);
const box = [[[6, 7]]] as const;

it('is that of the candidates nearest to the region, not of heavy ones far away', () => {
  expect(typicalWeight(summaryOf([five(100), [], [], five(2)]), box)).toBe(2);
  expect(typicalWeight(summaryOf([five(100), [], [], [], [], [], [], [], five(3)]), box)).toBe(3);
});

it('takes candidates until they are worth five', () => {
  // One of weight 4 beside the box is not enough: four more of 1 and then those of the next bin.
  expect(typicalWeight(summaryOf([five(100), [], [], [], five(1), [4]]), box)).toBeCloseTo((16 + 5 + 50_000) / 509, 9);
  expect(typicalWeight(summaryOf([[], [], [], [], five(1), [1]]), box)).toBe(1);
});

it('says what one more might weigh from what lies beside', () => {
  const light = [[], [], [], five(9), [], [], five(1)];
  expect(typicalWeight(summaryOf(light), box)).toBe(1);
  expect(typicalWeight(summaryOf(light), box, true)).toBe(9);
});

it('is that of what was lost last where nothing is selected', () => {
  expect(typicalWeight(summaryOf([]), box)).toBe(10);
  expect(typicalWeight(summaryOf([five(3)]), [])).toBe(10);
});
