import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeUncertainBins } from './merge-uncertain-bins.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('mergeUncertainBins', () => {
  it('leaves bins that are known as they are', () => {
    const counts = [9, 16, 25, 36];
    const merged = mergeUncertainBins([counts], [3, 4, 5, 6], new Set());
    expect(merged.total).toEqual(counts);
    expect(merged.error).toEqual([3, 4, 5, 6]);
    expect(merged.uncertain).toEqual([false, false, false, false]);
  });

  it('spreads one event of large weight over its neighbours', () => {
    const counts = [10, 10, 10, 60, 10, 10, 10, 10];
    const errors = [1, 1, 1, 60, 1, 1, 1, 1];
    const { total, uncertain } = mergeUncertainBins([counts], errors, new Set());
    expect(Math.max(...total)).toBeLessThan(40);
    expect(sum(total)).toBeCloseTo(sum(counts), 12);
    expect(uncertain.some(Boolean)).toBe(false);
  });

  it('marks what stays unknown, and never reaches over a wall', () => {
    const counts = [0, 0, 0, 5, 100, 100, 100, 100];
    const errors = [0, 0, 0, 5, 1, 1, 1, 1];
    const { total, uncertain } = mergeUncertainBins([counts], errors, new Set([4]));
    expect(total.slice(4)).toEqual([100, 100, 100, 100]);
    expect(sum(total.slice(0, 4))).toBeCloseTo(5, 12);
    expect(uncertain[3]).toBe(true);
  });

  it('keeps sums, contributions and variances of any spectrum', () => {
    const bin = fc.record({
      a: fc.double({ min: 0, max: 10, noNaN: true }),
      b: fc.double({ min: 0, max: 10, noNaN: true }),
      relative: fc.double({ min: 0, max: 1.5, noNaN: true }),
      wall: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(bin, { minLength: 1, maxLength: 40 }), (bins) => {
        const stacks = [bins.map(({ a }) => a), bins.map(({ b }) => b)];
        const errors = bins.map(({ a, b, relative }) => relative * (a + b));
        const walls = new Set(bins.flatMap(({ wall }, i) => (wall ? [i] : [])));
        const merged = mergeUncertainBins(stacks, errors, walls);
        const starts = [0, ...[...walls].sort((x, y) => x - y), bins.length];
        for (let w = 0; w + 1 < starts.length; w++) {
          const part = (values: readonly number[]) => sum(values.slice(starts[w], starts[w + 1]));
          stacks.forEach((counts, s) => {
            expect(part(merged.stacks[s])).toBeCloseTo(part(counts), 9);
          });
        }
        merged.total.forEach((total, i) => {
          expect(total).toBeCloseTo(merged.stacks[0][i] + merged.stacks[1][i], 9);
        });
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
