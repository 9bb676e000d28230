import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { Axis } from './axis.ts';
import { Histogram2D } from './histogram-2d.ts';

const filled = () => {
  const histogram = new Histogram2D(Axis.regular(2, 0, 2, 'x'), Axis.variable([0, 1, 3, 10], 'y'));
  histogram.fillColumns(
    Float64Array.of(0.5, 0.5, 1.5, -1, 5, 1),
    Float64Array.of(0.5, 0.5, 2, 2, 11, -4),
    Float64Array.of(1, 2, 3, 4, 5, 6),
  );
  return histogram;
};

describe('Histogram2D', () => {
  it('finds bins and flow bins', () => {
    const histogram = filled();
    expect(histogram.value(0, 0)).toBe(3);
    expect(histogram.variance(0, 0)).toBe(5);
    expect(histogram.value(1, 1)).toBe(3);
    expect(histogram.total()).toBe(6);
    expect(histogram.total(true)).toBe(21);
    const single = new Histogram2D(histogram.x, histogram.y);
    single.fill(0.5, 0.5, 3);
    expect(single.value(0, 0)).toBe(3);
  });

  it('projects with flow, so totals agree', () => {
    const histogram = filled();
    expect(Array.from(histogram.project('x').sumw)).toEqual([4, 3, 9, 5]);
    expect(Array.from(histogram.project('y').sumw)).toEqual([6, 3, 7, 0, 5]);
    expect(histogram.project('y').sumw2.reduce((a, b) => a + b)).toBe(91);
  });

  it('merges and survives JSON', () => {
    const read = Histogram2D.fromJSON(JSON.parse(JSON.stringify(filled())));
    expect(read.toJSON()).toEqual(filled().toJSON());
    expect(read.merge(filled()).total(true)).toBe(42);
  });

  it('refuses bad entries, other edges and broken documents', () => {
    const histogram = filled();
    expect(() => histogram.fill(0, Number.NaN)).toThrow(InvalidInput);
    expect(() => histogram.merge(new Histogram2D(histogram.x, histogram.x))).toThrow(InvalidInput);
    expect(() => new Histogram2D(histogram.x, histogram.y, new Float64Array(3))).toThrow(InvalidInput);
    const document = JSON.parse(JSON.stringify(histogram));
    document.storage.values[1].pop();
    expect(() => Histogram2D.fromJSON(document)).toThrow(/4 rows of 5 numbers/);
    expect(() => Histogram2D.fromJSON({ axes: [] })).toThrow(/two axes/);
  });
});
