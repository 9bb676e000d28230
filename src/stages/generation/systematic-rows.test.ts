import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systematicRows } from './systematic-rows.ts';

const importances = fc.array(fc.double({ min: 1e-4, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

it('draws each the integer above or below its expected number, in order', () => {
  fc.assert(
    fc.property(
      importances,
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (list, rows, u) => {
        const chosen = new Int32Array(rows);
        const sum = systematicRows(Float64Array.from(list), list.length, rows, u, chosen);
        list.forEach((importance, i) => {
          const expected = (rows * importance) / sum;
          const found = chosen.filter((row) => row === i).length;
          expect(found).toBeGreaterThan(expected - 1 - 1e-9);
          expect(found).toBeLessThan(expected + 1 + 1e-9);
        });
        expect([...chosen]).toEqual([...chosen].sort((a, b) => a - b));
      },
    ),
    { seed: 3 },
  );
});

it('draws each its expected number on average over the offset', () => {
  const importance = Float64Array.of(0.3, 0.01, 1, 0.002, 0.5);
  const chosen = new Int32Array(4);
  const counts = [0, 0, 0, 0, 0];
  const offsets = 20_000;
  for (let k = 0; k < offsets; k++) {
    systematicRows(importance, 5, 4, (k + 0.5) / offsets, chosen);
    for (const row of chosen) counts[row]++;
  }
  counts.forEach((count, i) => {
    expect(count / offsets).toBeCloseTo((4 * importance[i]) / 1.812, 3);
  });
});
