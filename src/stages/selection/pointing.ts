/** A straight track at a given z: position (m), slopes, momentum (GeV). */
export interface StraightTrack {
  readonly x: number;
  readonly y: number;
  readonly slopeX: number;
  readonly slopeY: number;
  readonly p: number;
}

/**
 * The observables of a two-track vertex behind a dump, left in the fields after `set` (and `addPhoton`): the vertex (point half way between
 * the tracks where they are nearest), the distance of the tracks there, the invariant mass, and where the line of the
 * summed momentum through the vertex comes nearest to the beam axis: z there and the distance. Nothing is allocated.
 */
export class Pointing {
  vertexX = 0;
  vertexY = 0;
  vertexZ = 0;
  /** Closest distance of the two tracks, m. */
  distance = 0;
  mass = 0;
  /** z on the beam axis that the momentum points back to, and the distance from the axis there (m). */
  originZ = 0;
  originDistance = 0;
  private readonly axisX: number;
  private readonly axisY: number;
  /** Summed momentum and energy of what was set. */
  private px = 0;
  private py = 0;
  private pz = 0;
  private energy = 0;

  /** The beam axis runs along z through (axisX, axisY). */
  constructor(axisX: number, axisY: number) {
    this.axisX = axisX;
    this.axisY = axisY;
  }

  /** Sets all fields from two tracks measured at the same z, taken to have masses m1 and m2 (GeV). */
  set(z: number, one: StraightTrack, two: StraightTrack, m1: number, m2: number): void {
    // Nearest approach at equal z: tracks within some mrad of the z axis leave no difference that matters.
    const dx = one.x - two.x;
    const dy = one.y - two.y;
    const dtx = one.slopeX - two.slopeX;
    const dty = one.slopeY - two.slopeY;
    const spread = dtx * dtx + dty * dty;
    const back = spread > 0 ? -(dx * dtx + dy * dty) / spread : 0;
    const x1 = one.x + one.slopeX * back;
    const y1 = one.y + one.slopeY * back;
    const x2 = two.x + two.slopeX * back;
    const y2 = two.y + two.slopeY * back;
    this.vertexX = 0.5 * (x1 + x2);
    this.vertexY = 0.5 * (y1 + y2);
    this.vertexZ = z + back;
    this.distance = Math.sqrt((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2));

    const n1 = one.p / Math.sqrt(1 + one.slopeX * one.slopeX + one.slopeY * one.slopeY);
    const n2 = two.p / Math.sqrt(1 + two.slopeX * two.slopeX + two.slopeY * two.slopeY);
    const e1 = Math.sqrt(one.p * one.p + m1 * m1);
    const e2 = Math.sqrt(two.p * two.p + m2 * m2);
    this.px = n1 * one.slopeX + n2 * two.slopeX;
    this.py = n1 * one.slopeY + n2 * two.slopeY;
    this.pz = n1 + n2;
    this.energy = e1 + e2;
    // p1·p2 by its cross product: no cancellation for small opening angles.
    const cx = one.slopeY - two.slopeY;
    const cy = two.slopeX - one.slopeX;
    const cz = one.slopeX * two.slopeY - one.slopeY * two.slopeX;
    const cross2 = n1 * n1 * n2 * n2 * (cx * cx + cy * cy + cz * cz);
    const product = one.p * two.p;
    const difference = (m1 * m1 * two.p * two.p + m2 * m2 * one.p * one.p + m1 * m1 * m2 * m2) / (e1 * e2 + product);
    const opening = cross2 / (product + Math.sqrt(Math.max(product * product - cross2, 0)));
    this.mass = Math.sqrt(m1 * m1 + m2 * m2 + 2 * (difference + opening));
    this.pointBack();
  }

  /** Adds a photon of that energy (GeV) that flew from the vertex to (x, y, z): mass and origin are those of all three. */
  addPhoton(x: number, y: number, z: number, energy: number): void {
    const dx = x - this.vertexX;
    const dy = y - this.vertexY;
    const dz = z - this.vertexZ;
    const scale = energy / Math.sqrt(dx * dx + dy * dy + dz * dz);
    const along = (this.px * dx + this.py * dy + this.pz * dz) * scale;
    this.mass = Math.sqrt(Math.max(0, this.mass * this.mass + 2 * (this.energy * energy - along)));
    this.px += dx * scale;
    this.py += dy * scale;
    this.pz += dz * scale;
    this.energy += energy;
    this.pointBack();
  }

  private pointBack(): void {
    const sx = this.px / this.pz;
    const sy = this.py / this.pz;
    const s2 = sx * sx + sy * sy;
    const ox = this.vertexX - this.axisX;
    const oy = this.vertexY - this.axisY;
    const t = s2 > 0 ? -(ox * sx + oy * sy) / s2 : 0;
    const fx = ox + sx * t;
    const fy = oy + sy * t;
    this.originZ = this.vertexZ + t;
    this.originDistance = Math.sqrt(fx * fx + fy * fy);
  }
}

/** A region in the plane of (originZ, originDistance), m; 'anywhere' where nothing points back. */
export type PointingRegion =
  | { readonly shape: 'anywhere' }
  | { readonly shape: 'box'; readonly z: readonly [number, number]; readonly distance: readonly [number, number] }
  | { readonly shape: 'ellipse'; readonly z: number; readonly semiZ: number; readonly semiDistance: number };

/** Whether a point of the plane lies in the region. */
export function inPointingRegion(region: PointingRegion, z: number, distance: number): boolean {
  if (region.shape === 'anywhere') return true;
  if (region.shape === 'box')
    return z > region.z[0] && z < region.z[1] && distance >= region.distance[0] && distance < region.distance[1];
  const a = (z - region.z) / region.semiZ;
  const b = distance / region.semiDistance;
  return a * a + b * b < 1;
}
