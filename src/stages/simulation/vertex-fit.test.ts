import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { VertexFit } from './vertex-fit.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const slope = fc.tuple(real(-0.01, 0.01), real(-0.01, 0.01));

describe('VertexFit', () => {
  it('finds the point where exact lines meet', () => {
    fc.assert(
      fc.property(
        fc.array(slope, { minLength: 2, maxLength: 5 }),
        real(-0.1, 0.1),
        real(-80, -5),
        (slopes, x, zeta) => {
          fc.pre(slopes.some(([tx, ty]) => Math.hypot(tx - slopes[0][0], ty - slopes[0][1]) > 1e-3));
          const fit = new VertexFit(5);
          fit.clear();
          for (const [tx, ty] of slopes) fit.add(x - tx * zeta, 0.02 - ty * zeta, tx, ty, 1e-4, 3e-5);
          fit.fit(-45);
          expect(fit.zeta).toBeCloseTo(zeta, 6);
          expect(fit.x).toBeCloseTo(x, 8);
          expect(fit.y).toBeCloseTo(0.02, 8);
          expect(fit.chiSquare).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('says that parallel lines have no vertex', () => {
    const fit = new VertexFit(2);
    for (const x of [0, 0.1]) fit.add(x, 0, 0.001, 0.002, 1e-4, 3e-5);
    fit.fit(-45);
    expect(fit.chiSquare).toBe(Number.POSITIVE_INFINITY);
  });

  it('has a χ² of 2n − 3 degrees of freedom and an unbiased vertex', () => {
    const events = 20_000;
    const random = new EventRandom(streamKey(5, 'vertex'));
    const slopes = [
      [0.004, 0.001],
      [-0.003, 0.002],
      [0.001, -0.005],
    ];
    const [position, angle, zeta] = [1.3e-4, 3e-5, -40];
    const fit = new VertexFit(3);
    let chi = 0;
    let bias = 0;
    let spread = 0;
    for (let event = 0; event < events; event++) {
      random.start(event);
      fit.clear();
      for (const [tx, ty] of slopes) {
        const [sx, sy] = [tx + angle * random.normal(), ty + angle * random.normal()];
        fit.add(
          -tx * zeta + position * random.normal(),
          -ty * zeta + position * random.normal(),
          sx,
          sy,
          position,
          angle,
        );
      }
      fit.fit(-45);
      chi += fit.chiSquare / events;
      bias += (fit.zeta - zeta) / events;
      spread += ((fit.zeta - zeta) * (fit.zeta - zeta)) / events;
    }
    // Mean 3, variance 6 per event; five standard errors (false alarm 6e-7), and 1 % for what is not linear.
    expect(Math.abs(chi - 3)).toBeLessThan(5 * Math.sqrt(6 / events) + 0.03);
    const sigma = Math.sqrt(spread);
    expect(Math.abs(bias)).toBeLessThan((5 * sigma) / Math.sqrt(events) + 0.02 * sigma);
    // The lines are uncertain by σ = √(σx² + σθ²ζ²) at the vertex; ζ then by σ/√Σ(t − t̄)².
    const wanted = Math.sqrt(position * position + angle * angle * zeta * zeta) / Math.sqrt(5.05e-5);
    expect(sigma / wanted).toBeGreaterThan(0.95);
    expect(sigma / wanted).toBeLessThan(1.05);
  });
});
