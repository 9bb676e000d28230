import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binCount, binsInBox } from './binning.ts';
import { pseudoData } from './pseudo-data.ts';
import { SealedData } from './sealed-data.ts';

const identity = { search: 'a', digest: 'digest', data: 'pseudo-data, seed 1', run: 'r', regions: ['signal'] };

describe('binsInBox', () => {
  const plane = [
    { from: 0, to: 4, bins: 4 },
    { from: -1, to: 1, bins: 10 },
  ];

  it('finds the bins of a box, last axis fastest', () => {
    expect(binCount(plane)).toBe(40);
    const box = [
      [1, 3],
      [-0.2, 0.2],
    ] as const;
    expect(binsInBox(plane, box)).toEqual([14, 15, 24, 25]);
  });

  it('splits an axis into pieces that do not overlap and leave nothing out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (bins, cut) => {
        fc.pre(cut <= bins);
        const axis = [{ from: 0, to: bins / 10, bins }];
        const low = binsInBox(axis, [[0, cut / 10]]);
        const high = binsInBox(axis, [[cut / 10, bins / 10]]);
        expect([...low, ...high]).toEqual(Array.from({ length: bins }, (_, i) => i));
      }),
    );
  });
});

describe('pseudo-data', () => {
  it('scatter like Poisson counts around the expectation, and depend on seed and bin alone', () => {
    const bins = 4000;
    for (const mean of [0.3, 5, 80]) {
      const expected = new Float64Array(bins).fill(mean);
      const counts = Array.from({ length: bins }, (_, bin) => pseudoData(expected, 9)(bin));
      const average = counts.reduce((sum, n) => sum + n, 0) / bins;
      const variance = counts.reduce((sum, n) => sum + (n - mean) * (n - mean), 0) / bins;
      // Five standard errors, of mean and of variance (μ₄ = μ + 3μ²): false alarm 6e-7 each.
      expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(mean / bins));
      expect(Math.abs(variance - mean)).toBeLessThan(5 * Math.sqrt((mean + 2 * mean * mean) / bins));
      const source = pseudoData(expected, 9);
      for (const bin of [17, 3, 17]) expect(source(bin)).toBe(counts[bin]);
    }
  });

  it('are not even drawn in masked bins before the box is opened', () => {
    const asked: number[] = [];
    const source = pseudoData(new Float64Array(4).fill(2), 1);
    const sealed = new SealedData(identity, {
      ...{ kind: 'pseudo-data' as const, source: 'a test', bins: 4, masked: [1, 2] },
      count: (bin) => {
        asked.push(bin);
        return source(bin);
      },
    });
    sealed.visible();
    sealed.toJSON();
    expect(new Set(asked)).toEqual(new Set([0, 3]));
  });

  it('are refused when a count is not one, without showing it', () => {
    for (const bad of [0.5, -1, Number.NaN]) {
      const sealed = new SealedData(identity, {
        ...{ kind: 'pseudo-data' as const, source: 'a test', bins: 1, masked: [], count: () => bad },
      });
      expect(() => sealed.visible()).toThrow('bin 0 of the data: a count is a whole number that is not negative');
    }
  });
});
