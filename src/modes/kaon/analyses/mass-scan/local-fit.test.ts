import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveOneOut } from './leave-one-out.ts';
import { type CountedPlace, localFit } from './local-fit.ts';

/** Places with exactly the expected sums, so many candidates at each for a value of 1. */
const line = (length: number, candidates: number, value: (x: number) => number = () => 1): CountedPlace[] =>
  Array.from({ length }, (_, i) => ({ position: [i], sum: value(i), squares: value(i) / candidates }));
const everyone = (): boolean => true;

describe('localFit', () => {
  it('is the place itself where that has enough candidates, with its error', () => {
    const found = localFit(line(9, 500), [4], 400, everyone)!;
    expect(found.places).toEqual([4]);
    expect(found.value).toBeCloseTo(1, 10);
    expect(found.relativeError).toBeCloseTo(1 / Math.sqrt(500), 10);
  });

  it('is linear in the logarithm between two places that have enough', () => {
    const found = localFit(line(9, 500, Math.exp), [3.25], 400, everyone)!;
    expect(found.places).toEqual([3, 4]);
    expect(found.value / Math.exp(3.25)).toBeCloseTo(1, 3);
  });

  it('takes in neighbours until the estimate is as good as asked for', () => {
    const errors = [100, 150, 300].map((needed) => localFit(line(21, 100), [10], needed, everyone)!);
    expect(errors.map(({ places }) => places.length)).toEqual([1, 3, 5]);
    errors.forEach(({ relativeError }, i) => {
      expect(relativeError).toBeLessThanOrEqual(1 / Math.sqrt([100, 150, 300][i]) + 1e-9);
    });
  });

  it('leaves out places that may not join, and is null with none near or nothing counted', () => {
    const found = localFit(line(21, 100), [10], 1000, (p) => p >= 10);
    expect(Math.min(...(found?.places ?? []))).toBe(10);
    expect(localFit(line(21, 100), [40], 1, everyone)).toBeNull();
    expect(
      localFit(
        line(21, 100).map(({ position }) => ({ position, sum: 0, squares: 0 })),
        [10],
        1,
        everyone,
      ),
    ).toBeNull();
  });

  it('reproduces the exponential of any parabola over two coordinates', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.double({ min: -0.06, max: 0.06, noNaN: true }),
        (x, y, slope, bend) => {
          const truth = (u: number, v: number) => Math.exp(slope * (u - v) + bend * (u * u - u * v));
          const places = Array.from({ length: 81 }, (_, i): CountedPlace => {
            const [u, v] = [i % 9, Math.floor(i / 9)];
            return { position: [u, v], sum: truth(u, v), squares: truth(u, v) / 10 };
          });
          const found = localFit(places, [x, y], 1e6, everyone)!;
          // A ridge of 1e-4 keeps open slopes small.
          expect(Math.abs(Math.log(found.value / truth(x, y)))).toBeLessThan(0.02);
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe('leaveOneOut', () => {
  it('finds what the fit misses beyond statistics, and nothing at the border', () => {
    const smooth = line(11, 1e6, (x) => Math.exp(0.2 * x));
    const of = (places: readonly CountedPlace[]) =>
      leaveOneOut(places, (p) => localFit(places, places[p].position, 100, (q) => q !== p))!;
    expect(of(smooth).masses).toBe(9);
    expect(of(smooth).beyond).toBeLessThan(0.01);
    // Up and down in turn: each is missed by what it differs by from its neighbours.
    const uneven = smooth.map((place, i) => ({ ...place, sum: place.sum * (i % 2 === 0 ? 1.1 : 0.9) }));
    expect(of(uneven).beyond).toBeGreaterThan(0.15);
    expect(leaveOneOut(smooth.slice(0, 3), (p) => localFit(smooth, [p], 1, everyone))).toBeNull();
  });
});
