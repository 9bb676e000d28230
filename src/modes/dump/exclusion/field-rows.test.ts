import { describe, expect, it } from 'vitest';
import { contourRings, ringsOfRows } from '../../../interpretation/contour-rings.ts';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { CouplingIntervals, extremeRow, FieldOfRows, RowValues, SparseRow } from './field-rows.ts';

/** Rows at some masses, by turns known inside an interval and straight there, beside all their values written out. */
function invented(masses: number, count: number, stride: number, seed: number) {
  const random = new EventRandom(streamKey(seed, 'rows'));
  random.start(0);
  const intervals = new CouplingIntervals(count, stride);
  const { ends } = intervals;
  const dense = new Float64Array(masses * count);
  const rows = Array.from({ length: masses }, (_, i) => {
    const atEnds = Float64Array.from(ends, () => random.normal());
    const begins = new Int32Array(ends.length - 1);
    let inner = 0;
    for (let k = 0; k < begins.length; k++) {
      // A straight line keeps its sign.
      const straight = atEnds[k] > 0 === atEnds[k + 1] > 0 && random.uniform() < 0.5;
      begins[k] = straight ? -1 : inner;
      if (!straight) inner += ends[k + 1] - ends[k] - 1;
    }
    const values = new RowValues(intervals, atEnds, 1, begins, inner);
    for (let k = 0; k < begins.length; k++)
      for (let j = ends[k]; j <= ends[k + 1]; j++) {
        const line = atEnds[k] + ((j - ends[k]) / (ends[k + 1] - ends[k])) * (atEnds[k + 1] - atEnds[k]);
        const end = j === ends[k] ? atEnds[k] : j === ends[k + 1] ? atEnds[k + 1] : undefined;
        const found = end ?? (begins[k] < 0 ? line : random.normal());
        if (end === undefined && begins[k] >= 0) values.values[atEnds.length + begins[k] + j - ends[k] - 1] = found;
        dense[i * count + j] = found;
      }
    return new SparseRow(values, 0);
  });
  return { rows, dense };
}

describe('rows of a field', () => {
  const axis = (n: number) => Float64Array.from({ length: n }, (_, i) => i);
  it.each([
    [6, 40, 7],
    [5, 2, 4],
    [4, 31, 1],
    [3, 29, 28],
    [9, 50, 8],
  ])(
    '%i masses, %i couplings, intervals of %i: same values, changes and rings as written out',
    (masses, count, stride) => {
      for (let seed = 1; seed <= 20; seed++) {
        const { rows, dense } = invented(masses, count, stride, seed);
        const field = new FieldOfRows(axis(masses), axis(count), rows);
        expect(field.values).toEqual(dense);
        rows.forEach((row, i) => {
          const values = dense.subarray(i * count, (i + 1) * count);
          const changes = [...values.keys()].filter((j) => j > 0 && values[j] > 0 !== values[j - 1] > 0);
          expect(row.changes).toEqual(changes);
          expect(row.most).toBe(Math.max(...values));
        });
        expect(ringsOfRows(axis(masses), axis(count), rows)).toEqual(contourRings(axis(masses), axis(count), dense));
      }
    },
  );

  it('take the least and the most of some', () => {
    const [one, two, three] = [1, 2, 3].map((seed) => invented(1, 60, 6, seed));
    for (const extreme of ['least', 'most'] as const) {
      const row = extremeRow(
        [one, two, three].map(({ rows }) => rows[0]),
        extreme,
      );
      const pick = extreme === 'least' ? Math.min : Math.max;
      const values = one.dense.map((value, j) => pick(value, two.dense[j], three.dense[j]));
      expect(values.map((_, j) => row.at(j))).toEqual(values);
      const changes = [...values.keys()].filter((j) => j > 0 && values[j] > 0 !== values[j - 1] > 0);
      expect(row.changes).toEqual(changes);
    }
  });
});
