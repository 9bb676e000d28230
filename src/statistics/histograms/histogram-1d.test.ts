import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { Axis } from './axis.ts';
import { Histogram1D } from './histogram-1d.ts';

describe('Histogram1D', () => {
  it('keeps sums of weights and of squared weights, flow included', () => {
    const histogram = new Histogram1D(Axis.regular(2, 0, 2));
    histogram.fillColumn(Float64Array.of(-1, 0.5, 0.5, 1.5, 2, 7), Float64Array.of(1, 2, 3, -4, 5, 6));
    expect(Array.from(histogram.sumw)).toEqual([1, 5, -4, 11]);
    expect(Array.from(histogram.sumw2)).toEqual([1, 13, 16, 61]);
    expect(histogram.total()).toBe(1);
    expect(histogram.total(true)).toBe(13);
    expect(histogram.effectiveEntries()).toBeCloseTo(169 / 91, 14);
    expect(Array.from(histogram.scaled(2).sumw2)).toEqual([4, 52, 64, 244]);
  });

  it('gives the same whether filled one by one, by column, or in merged blocks of whole numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -2, max: 3, noNaN: true }), fc.integer({ min: -9, max: 9 }))),
        fc.nat(),
        (entries, cutAt) => {
          const axis = Axis.regular(5, -1, 2);
          const x = Float64Array.from(entries, (entry) => entry[0]);
          const w = Float64Array.from(entries, (entry) => entry[1]);
          const single = new Histogram1D(axis);
          for (const [value, weight] of entries) single.fill(value, weight);
          const cut = entries.length === 0 ? 0 : cutAt % entries.length;
          const first = new Histogram1D(axis);
          first.fillColumn(x, w, 0, cut);
          const second = new Histogram1D(axis);
          second.fillColumn(x, w, cut);
          expect(first.merge(second).toJSON()).toEqual(single.toJSON());
        },
      ),
    );
  });

  it('survives JSON to the bit', () => {
    const histogram = new Histogram1D(Axis.variable([0, 0.1, 0.7], 'z'));
    histogram.fill(0.3, 0.1);
    histogram.fill(0.3, 0.2);
    const read = Histogram1D.fromJSON(JSON.parse(JSON.stringify(histogram)));
    expect(read.sumw).toEqual(histogram.sumw);
    expect(read.sumw2).toEqual(histogram.sumw2);
    expect(read.axis.name).toBe('z');
  });

  it('refuses what is not a number, and other edges', () => {
    const histogram = new Histogram1D(Axis.regular(2, 0, 1));
    expect(() => histogram.fill(Number.NaN)).toThrow(InvalidInput);
    expect(() => histogram.fill(0.5, Number.NaN)).toThrow(InvalidInput);
    expect(() => histogram.fillColumn(Float64Array.of(0.1, Number.NaN))).toThrow(InvalidInput);
    expect(() => histogram.merge(new Histogram1D(Axis.regular(2, 0, 1.5)))).toThrow(/different edges/);
    expect(() => histogram.scaled(Number.NaN)).toThrow(InvalidInput);
    expect(() => new Histogram1D(Axis.regular(2, 0, 1), new Float64Array(3))).toThrow(InvalidInput);
  });

  it('says what is wrong in a document', () => {
    const good = () => JSON.parse(JSON.stringify(new Histogram1D(Axis.regular(2, 0, 1))));
    const short = good();
    short.storage.values.pop();
    expect(() => Histogram1D.fromJSON(short)).toThrow(/histogram\.storage\.values: 3 numbers found, 4 needed/);
    const missing = good();
    missing.storage.values[1] = null;
    expect(() => Histogram1D.fromJSON(missing)).toThrow(/values\[1\]: null is not a finite number/);
    const negative = good();
    negative.storage.variances[2] = -1;
    expect(() => Histogram1D.fromJSON(negative)).toThrow(/variances\[2\]: -1 is negative/);
    expect(() => Histogram1D.fromJSON({})).toThrow(/histogram\.axes/);
    expect(() => Histogram1D.fromJSON({ axes: [{}], storage: { type: 'int' } })).toThrow(/storage/);
  });
});
