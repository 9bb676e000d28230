import type { Dipole } from '../../../experiments/detector-types.ts';

/** x at `at` of a particle born at (x, z) with that momentum and charge, behind the kick of a magnet (none when undefined). */
export function bentX(
  magnet: Dipole | undefined,
  x: number,
  z: number,
  px: number,
  pz: number,
  charge: number,
  at: number,
): number {
  const slope = px / pz;
  if (magnet === undefined || charge === 0) return x + slope * (at - z);
  const magnetZ: number = magnet.z.value;
  const px2 = px - magnet.kick.value * charge;
  const pz2 = Math.sqrt(Math.max(1e-12, px * px + pz * pz - px2 * px2));
  return x + slope * (magnetZ - z) + (px2 / pz2) * (at - magnetZ);
}

/** y at `at` of the same particle: the kick leaves p_y as it is. */
export function bentY(
  magnet: Dipole | undefined,
  y: number,
  z: number,
  px: number,
  py: number,
  pz: number,
  charge: number,
  at: number,
): number {
  if (magnet === undefined || charge === 0) return y + (py / pz) * (at - z);
  const magnetZ: number = magnet.z.value;
  const px2 = px - magnet.kick.value * charge;
  const pz2 = Math.sqrt(Math.max(1e-12, px * px + pz * pz - px2 * px2));
  return y + ((py / pz) * (magnetZ - z) + (py / pz2) * (at - magnetZ));
}
