import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyIntervals, type IntervalSet, removeIntervals, uniteIntervals } from './interval-sets.ts';

const intervals = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 10 }).map((ends): IntervalSet => {
  const sorted = [...new Set(ends)].sort((a, b) => a - b);
  const set = emptyIntervals(8);
  for (let i = 0; i + 1 < sorted.length; i += 2) {
    set.from[set.count] = sorted[i];
    set.to[set.count] = sorted[i + 1];
    set.count++;
  }
  return set;
});
const inside = (set: IntervalSet, x: number): boolean => {
  for (let i = 0; i < set.count; i++) if (x > set.from[i] && x < set.to[i]) return true;
  return false;
};
const onBorder = (set: IntervalSet, x: number): boolean =>
  [...set.from.subarray(0, set.count), ...set.to.subarray(0, set.count)].includes(x);
const inOrder = (set: IntervalSet): boolean => {
  for (let i = 0; i < set.count; i++)
    if (!(set.to[i] > set.from[i] && (i === 0 || set.from[i] >= set.to[i - 1]))) return false;
  return true;
};

test('a point is in the union when it is in either, in the difference when it is in the first alone', () => {
  const out = emptyIntervals(16);
  fc.assert(
    fc.property(intervals, intervals, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, x) => {
      if (onBorder(one, x) || onBorder(other, x)) return;
      uniteIntervals(one, other, out);
      expect(inOrder(out)).toBe(true);
      expect(inside(out, x)).toBe(inside(one, x) || inside(other, x));
      removeIntervals(one, other, out);
      expect(inOrder(out)).toBe(true);
      expect(inside(out, x)).toBe(inside(one, x) && !inside(other, x));
    }),
    { seed: 9, numRuns: 2000 },
  );
});
