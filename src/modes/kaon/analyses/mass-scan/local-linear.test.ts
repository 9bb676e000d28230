import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localLinear, type MeasuredPlace } from './local-linear.ts';

const line = (count: number, candidates: number): MeasuredPlace[] =>
  Array.from({ length: count }, (_, i) => ({ position: [i], candidates }));
const everyone = (): boolean => true;
const value = (found: ReturnType<typeof localLinear>, y: (place: number) => number): number =>
  found === null ? Number.NaN : found.places.reduce((sum, p, i) => sum + found.weights[i] * y(p), 0);

describe('localLinear', () => {
  it('is the place itself where that has enough candidates', () => {
    const found = localLinear(line(9, 500), [4], 400, everyone);
    expect(found?.places).toEqual([4]);
    expect(found?.weights[0]).toBeCloseTo(1, 12);
  });

  it('is linear interpolation between two places that have enough', () => {
    const found = localLinear(line(9, 500), [3.25], 400, everyone);
    expect(found?.places).toEqual([3, 4]);
    // A ridge of 1e-9 keeps the slope determined.
    expect(value(found, (p) => p * p)).toBeCloseTo(0.75 * 9 + 0.25 * 16, 6);
  });

  it('takes in neighbours until enough candidates stand behind it', () => {
    expect(localLinear(line(21, 100), [10], 300, everyone)?.places).toEqual([9, 10, 11]);
    expect(localLinear(line(21, 100), [10], 301, everyone)?.places).toEqual([8, 9, 10, 11, 12]);
    expect(localLinear(line(21, 0), [10], 1, everyone)?.places).toHaveLength(9);
  });

  it('leaves out places that may not join, and is null with none near', () => {
    const found = localLinear(line(21, 100), [10], 1000, ({ position: [x] }) => x >= 10);
    expect(Math.min(...(found?.places ?? []))).toBe(10);
    expect(localLinear(line(21, 100), [40], 1, everyone)).toBeNull();
  });

  it('reproduces any plane over two coordinates, and weights sum to 1', () => {
    const places = Array.from({ length: 49 }, (_, i) => ({ position: [i % 7, Math.floor(i / 7)], candidates: 10 }));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (x, y, a, b) => {
          const found = localLinear(places, [x, y], 90, everyone);
          const plane = (p: number): number => 3 + a * places[p].position[0] + b * places[p].position[1];
          expect(value(found, () => 1)).toBeCloseTo(1, 6);
          expect(value(found, plane)).toBeCloseTo(3 + a * x + b * y, 5);
        },
      ),
    );
  });
});
