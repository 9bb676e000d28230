import { beforeAll, describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { scatteringWidth } from '../../physics/passage/index.ts';
import { type FitPlanes, TrackFit } from './track-fit.ts';

const planes: FitPlanes = {
  z: [183.508, 194.066, 204.459, 218.885],
  magnetZ: 196.995,
  positionError: 0.13e-3,
  thickness: 0.0045,
};
const P = 20;
const EVENTS = 20_000;
const random = new EventRandom(streamKey(2, 'points'));

/** Points of a track with scattering in every chamber and errors: a naive twin of what the fit assumes. */
function points(truth: { x: number; slope: number; behind: number }, x: Float64Array): void {
  const width = scatteringWidth(planes.thickness, P);
  let at = truth.x + truth.slope * (planes.z[0] - planes.magnetZ);
  let slope = truth.slope;
  let z = planes.z[0];
  planes.z.forEach((plane, i) => {
    if (z < planes.magnetZ && plane > planes.magnetZ) {
      at += slope * (planes.magnetZ - z);
      slope += truth.behind - truth.slope;
      z = planes.magnetZ;
    }
    at += slope * (plane - z);
    z = plane;
    x[i] = at + planes.positionError * random.normal();
    slope += width * random.normal();
  });
}

const fit = new TrackFit(planes);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const product = (a: readonly number[], b: readonly number[]) => mean(a.map((value, i) => value * b[i]));

describe('a fit of exact points', () => {
  const x = Float64Array.from(planes.z, (z) => 0.3 + (z < planes.magnetZ ? 0.002 : -0.011) * (z - planes.magnetZ));
  const y = Float64Array.from(planes.z, (z) => -0.2 + 0.001 * (z - planes.magnetZ));

  it.each([0b1111, 0b0111, 0b1011, 0b1101, 0b1110])('gives the track itself with the chambers %i', (set) => {
    fit.fit(x, y, set, P);
    expect(fit.slopeX).toBeCloseTo(0.002, 10);
    expect(fit.slopeBehind).toBeCloseTo(-0.011, 10);
    expect(fit.slopeY).toBeCloseTo(0.001, 10);
    expect(fit.firstX).toBeCloseTo(0.3 + 0.002 * (planes.z[0] - planes.magnetZ), 9);
    expect(fit.chiSquare).toBeLessThan(1e-6);
    expect(fit.constraints).toBe(set === 0b1111 ? 3 : 1);
  });

  it('knows which chambers determine a track', () => {
    expect([0b1111, 0b0111, 0b1110, 0b0011, 0b1100, 0b0110].map((set) => fit.determines(set))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('is worse without a chamber, never better', () => {
    for (const set of [0b0111, 0b1011, 0b1101, 0b1110]) {
      const { bend, slope } = fit.errorsRelativeToAll(set, P);
      expect(bend).toBeGreaterThanOrEqual(1);
      expect(slope).toBeGreaterThanOrEqual(1 - 1e-12);
    }
  });

  it('takes any number of chambers', () => {
    const long = new TrackFit({ ...planes, z: [150, 160, 170, 183, 205, 215, 225] });
    const lines = Float64Array.from([150, 160, 170, 183, 205, 215, 225], (z) => 0.001 * (z - planes.magnetZ));
    long.fit(lines, lines, long.every, P);
    expect([long.slopeX, long.slopeBehind, long.slopeY].map((slope) => Number(slope.toFixed(9)))).toEqual([
      0.001, 0.001, 0.001,
    ]);
    expect(long.constraints).toBe(9);
  });
});

describe('a fit of points with errors and scattering', () => {
  const bends: number[] = [];
  const slopes: number[] = [];
  const chiSquares: number[] = [];
  beforeAll(() => {
    const x = new Float64Array(4);
    const y = new Float64Array(4);
    for (let event = 0; event < EVENTS; event++) {
      random.start(event);
      points({ x: 0.1, slope: 0.003, behind: -0.0105 }, x);
      points({ x: 0.1, slope: 0.003, behind: 0.003 }, y);
      fit.fit(x, y, fit.every, P);
      bends.push(fit.slopeBehind - fit.slopeX + 0.0135);
      slopes.push(fit.slopeX - 0.003);
      chiSquares.push(fit.chiSquare);
    }
  });

  // Five standard errors throughout: false alarm 6e-7 each.
  it('is unbiased', () => {
    for (const values of [bends, slopes])
      expect(Math.abs(mean(values))).toBeLessThan(5 * Math.sqrt(product(values, values) / EVENTS));
  });

  it('has the χ² of its constraints: mean 3, variance 6', () => {
    expect(Math.abs(mean(chiSquares) - 3)).toBeLessThan(5 * Math.sqrt(6 / EVENTS));
    expect(Math.abs(product(chiSquares, chiSquares) - 9 - 6)).toBeLessThan(0.6);
  });

  it('shifts the estimates independently of the χ²', () => {
    const centred = chiSquares.map((value) => value - 3);
    const correlation = product(bends, centred) / Math.sqrt(product(bends, bends) * 6);
    expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(EVENTS));
  });

  it('has about the momentum resolution that the experiment quotes: 0.3 % ⊕ 0.005 % p', () => {
    const relative = Math.sqrt(product(bends, bends)) / 0.0135;
    expect(relative).toBeGreaterThan(0.0031);
    expect(relative).toBeLessThan(0.0045);
  });
});
