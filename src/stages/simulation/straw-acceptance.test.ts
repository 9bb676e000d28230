import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { na62Detector } from '../../experiments/na62-detector.ts';
import { strawAcceptance } from './straw-acceptance.ts';

const inside = strawAcceptance(na62Detector.straw);
const CENTRES = [0.1012, 0.1144, 0.0924, 0.0528];
const HALF = 0.0638;
const chamber = fc.integer({ min: 0, max: 3 });
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('straw acceptance', () => {
  it('has its holes off the axis, towards +x', () => {
    CENTRES.forEach((x, k) => {
      expect(inside(k, x, 0)).toBe(false);
      expect(inside(k, x - 2 * HALF, 0)).toBe(true);
      expect(inside(k, x, 2 * HALF)).toBe(true);
    });
    expect(inside(0, 0, 0)).toBe(true);
    expect(inside(3, 0, 0)).toBe(false);
  });

  it('needs all four views: the corners of the square and of the diamond are blind, the space between not', () => {
    const [x] = CENTRES;
    expect(inside(0, x + 0.99 * HALF, 0.99 * HALF)).toBe(false);
    expect(inside(0, x + 1.01 * HALF, 0.99 * HALF)).toBe(true);
    expect(inside(0, x + 1.4 * HALF, 0)).toBe(false);
    expect(inside(0, x + 1.42 * HALF, 0)).toBe(true);
  });

  it('is symmetric about the horizontal, and about the hole near it', () => {
    fc.assert(
      fc.property(chamber, real(-1.2, 1.2), real(-1.2, 1.2), (k, x, y) => inside(k, x, y) === inside(k, x, -y)),
    );
    fc.assert(
      fc.property(chamber, real(-0.3, 0.3), real(-0.3, 0.3), (k, dx, y) => {
        fc.pre(Math.abs(Math.abs(dx) - HALF) > 1e-9);
        return inside(k, CENTRES[k] + dx, y) === inside(k, CENTRES[k] - dx, y);
      }),
    );
  });

  it('ends at one metre from the axis', () => {
    fc.assert(
      fc.property(chamber, real(0, 1), (k, turn) => {
        const [c, s] = [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)];
        return inside(k, 0.999 * c, 0.999 * s) && !inside(k, 1.001 * c, 1.001 * s);
      }),
    );
  });
});
