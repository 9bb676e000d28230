import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fact } from '../units/index.ts';
import { axisNumber, curveAt, isExcluded, symbolValue } from './limit-curve.ts';
import type { LimitCurve, LimitKind, LimitPoint, PublishedLimit } from './published-limit.ts';

const curve = (kind: LimitKind, points: readonly LimitPoint[]): LimitCurve => ({
  kind,
  points: fact(points, 'computed', 'test'),
});
const limitOf = (curves: readonly LimitCurve[], power: 1 | 2 = 1): PublishedLimit => ({
  id: 'test',
  title: 'test',
  year: 2000,
  experiment: 'test',
  mode: 'dump',
  model: null,
  process: 'test',
  x: { quantity: 'mass', symbol: 'm', power: 1, unit: 'GeV' },
  y: { quantity: 'coupling', symbol: 'ε', power, unit: '' },
  confidence: fact(0.9, 'computed', 'test'),
  curves,
  counts: [],
  read: '',
  digitiser: '',
  licence: '',
  assumptions: [],
  references: [],
});

describe('curveAt', () => {
  it('is straight in logarithms: a power law between two points is itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (power, t) => {
          const x = 0.1 * 5 ** t;
          const found =
            curveAt(
              curve('upper edge', [
                [0.1, 0.1 ** power],
                [0.5, 0.5 ** power],
              ]),
              x,
            ) ?? Number.NaN;
          expect(Math.abs(found / x ** power - 1)).toBeLessThan(1e-12);
        },
      ),
      { seed: 5 },
    );
  });

  it('says nothing outside of its points', () => {
    expect(
      curveAt(
        curve('upper edge', [
          [1, 2],
          [2, 3],
        ]),
        0.99,
      ),
    ).toBeNull();
    expect(
      curveAt(
        curve('upper edge', [
          [1, 2],
          [2, 3],
        ]),
        2.01,
      ),
    ).toBeNull();
    expect(curveAt(curve('upper edge', []), 1)).toBeNull();
    expect(
      curveAt(
        curve('upper limit', [
          [0, 2],
          [2, 2],
        ]),
        1,
      ),
    ).toBeCloseTo(2, 14);
  });
});

describe('isExcluded', () => {
  it('needs both edges to say yes, one to say no', () => {
    const upper = curve('upper edge', [
      [1, 2],
      [2, 2],
    ]);
    const lower = curve('lower edge', [
      [1, 1],
      [2, 1],
    ]);
    expect([0.5, 1.5, 3].map((y) => isExcluded(limitOf([upper]), 1.5, y))).toEqual([null, null, false]);
    expect([0.5, 1.5, 3].map((y) => isExcluded(limitOf([upper, lower]), 1.5, y))).toEqual([false, true, false]);
    expect(isExcluded(limitOf([upper, lower]), 3, 1.5)).toBeNull();
  });

  it('takes everything above an upper limit', () => {
    const limit = limitOf([
      curve('upper limit', [
        [1, 2],
        [2, 2],
      ]),
    ]);
    expect([1, 3].map((y) => isExcluded(limit, 1.5, y))).toEqual([false, true]);
  });

  it('counts rings even and odd', () => {
    const square = (size: number): LimitCurve =>
      curve('ring', [
        [-size, -size],
        [size, -size],
        [size, size],
        [-size, size],
      ]);
    const limit = limitOf([square(1), square(3)]);
    expect([0.5, 2, 4].map((x) => isExcluded(limit, x, 0.1))).toEqual([false, true, false]);
  });

  it('takes a file of squares for the same limit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 9, noNaN: true }), (y) => {
        const plain = limitOf([
          curve('upper limit', [
            [1, 3],
            [2, 3],
          ]),
        ]);
        const squares = limitOf(
          [
            curve('upper limit', [
              [1, 9],
              [2, 9],
            ]),
          ],
          2,
        );
        expect(isExcluded(squares, 1, y)).toBe(isExcluded(plain, 1, y));
        expect(symbolValue(squares.y, axisNumber(squares.y, y))).toBeCloseTo(y, 12);
      }),
      { seed: 6 },
    );
  });
});
