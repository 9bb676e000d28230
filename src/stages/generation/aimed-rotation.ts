import { cosTurns, sinTurns } from '../../math/elementary.ts';
import type { MomentumColumns } from '../../physics/vectors/momentum-columns.ts';

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
  const length = Math.sqrt(x * x + y * y + z * z);
  const [dx, dy, dz] = length > 0 ? [x / length, y / length, z / length] : [0, 0, 1];
  // e₁ in the plane of d and the axis that is farthest from it, e₂ = d × e₁.
  const flat = Math.abs(dz) < 0.5;
  const [ax, az] = flat ? [0, 1] : [1, 0];
  const along = ax * dx + az * dz;
  const norm = 1 / Math.sqrt(1 - along * along);
  const ex = (ax - along * dx) * norm;
  const ey = -along * dy * norm;
  const ez = (az - along * dz) * norm;
  const fx = dy * ez - dz * ey;
  const fy = dz * ex - dx * ez;
  const fz = dx * ey - dy * ex;
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
