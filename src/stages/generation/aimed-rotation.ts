import { cosTurns, sinTurns } from '../../math/elementary.ts';
import type { MomentumColumns } from '../../physics/vectors/momentum-columns.ts';

/** Three unit vectors at right angles: `d` in a given direction, `e` in the plane of it and the axis far from it, f = d × e. */
export class FrameAround {
  dx = 0;
  dy = 0;
  dz = 1;
  ex = 1;
  ey = 0;
  ez = 0;
  fx = 0;
  fy = 1;
  fz = 0;

  /** Points `d` along (x, y, z), whatever its length; along z where it has none. */
  point(x: number, y: number, z: number): void {
    const length = Math.sqrt(x * x + y * y + z * z);
    const some = length > 0;
    const dx = some ? x / length : 0;
    const dy = some ? y / length : 0;
    const dz = some ? z / length : 1;
    const flat = Math.abs(dz) < 0.5;
    const ax = flat ? 0 : 1;
    const az = flat ? 1 : 0;
    const along = ax * dx + az * dz;
    const norm = 1 / Math.sqrt(1 - along * along);
    this.dx = dx;
    this.dy = dy;
    this.dz = dz;
    this.ex = (ax - along * dx) * norm;
    this.ey = -along * dy * norm;
    this.ez = (az - along * dz) * norm;
    this.fx = dy * this.ez - dz * this.ey;
    this.fy = dz * this.ex - dx * this.ez;
    this.fz = dx * this.ey - dy * this.ex;
  }
}

const frame = new FrameAround();

/**
 * Turns row `row` of `momenta` as a whole, so that (x, y, z), whatever its length, comes to point to cosine `cosine`
 * against the z axis and azimuth `turn` (turns), after `spin` turns around itself. Uniform over all rotations when
 * cosine is uniform in (−1, 1), turn and spin in (0, 1), and they do not depend on the decay's orientation.
 */
export function aimRotation(
  x: number,
  y: number,
  z: number,
  cosine: number,
  turn: number,
  spin: number,
  momenta: readonly MomentumColumns[],
  row: number,
): void {
  frame.point(x, y, z);
  const { dx, dy, dz, ex, ey, ez, fx, fy, fz } = frame;
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
  const cosPhi = cosTurns(turn);
  const sinPhi = sinTurns(turn);
  const cosPsi = cosTurns(spin);
  const sinPsi = sinTurns(spin);
  for (const { px, py, pz } of momenta) {
    const onE = px[row] * ex + py[row] * ey + pz[row] * ez;
    const onF = px[row] * fx + py[row] * fy + pz[row] * fz;
    const onD = px[row] * dx + py[row] * dy + pz[row] * dz;
    const a = cosPsi * onE - sinPsi * onF;
    const b = sinPsi * onE + cosPsi * onF;
    const outward = cosine * a + sine * onD;
    px[row] = cosPhi * outward - sinPhi * b;
    py[row] = sinPhi * outward + cosPhi * b;
    pz[row] = cosine * onD - sine * a;
  }
}
