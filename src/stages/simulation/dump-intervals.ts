import type { Dipole } from '../../experiments/detector-types.ts';
import type { DumpPlane, Outline } from '../../experiments/dump-experiment.ts';

/** Pieces of the flight path; a decay in any of them is accepted. */
export const MOST_INTERVALS = 32;
/** A crossing point that moves less than this with the decay point does not move at all: squares must not underflow. */
const STRAIGHT = 1e-15;

interface CompiledOutline {
  readonly x: number;
  readonly y: number;
  readonly radius2: number;
  readonly nx: Float64Array;
  readonly ny: Float64Array;
  readonly half: Float64Array;
}

const compile = ({ x = 0, y = 0, radius, slabs = [] }: Outline): CompiledOutline => ({
  x,
  y,
  radius2: radius === undefined ? Number.POSITIVE_INFINITY : radius * radius,
  nx: Float64Array.from(slabs, (slab) => slab.nx),
  ny: Float64Array.from(slabs, (slab) => slab.ny),
  half: Float64Array.from(slabs, (slab) => slab.half),
});

/** Whether a point lies inside an outline. */
function holds({ x, y, radius2, nx, ny, half }: CompiledOutline, px: number, py: number): boolean {
  const dx = px - x;
  const dy = py - y;
  if (!(dx * dx + dy * dy < radius2)) return false;
  for (let i = 0; i < half.length; i++) if (!(Math.abs(nx[i] * dx + ny[i] * dy) < half[i])) return false;
  return true;
}

/** Whether two points lie beyond the same side of one of the slabs of an outline: then so does all between them. */
function beyond(outline: CompiledOutline, x1: number, y1: number, x2: number, y2: number): boolean {
  const { x, y, nx, ny, half } = outline;
  for (let i = 0; i < half.length; i++) {
    const one = nx[i] * (x1 - x) + ny[i] * (y1 - y);
    const two = nx[i] * (x2 - x) + ny[i] * (y2 - y);
    if ((one > half[i] && two > half[i]) || (one < -half[i] && two < -half[i])) return true;
  }
  return false;
}

/**
 * Where along its flight a particle may decay so that its products pass the detector. Directions after a decay do not
 * depend on where it happens, so each product crosses a plane at a + b z with z the decay point; every outline then
 * allows an interval of z in closed form, every hole forbids one. A plane inside the decay volume asks only those products
 * that are born before it. One instance serves all events; nothing is allocated.
 */
export class DumpIntervals {
  /** Result of the last event: `count` intervals from[i] to to[i] in ascending order. */
  readonly from = new Float64Array(MOST_INTERVALS);
  readonly to = new Float64Array(MOST_INTERVALS);
  count = 0;
  private readonly planeZ: Float64Array;
  private readonly within: readonly CompiledOutline[];
  private readonly holes: readonly (readonly CompiledOutline[])[];
  private readonly scattering: Float64Array;
  private readonly magnetZ: number;
  private readonly kick: number;
  private readonly apartZ: Float64Array;
  private readonly apart: CompiledOutline;
  private low = 0;
  private high = 0;

  /** `apart`: at these z the two products must be further from each other than `distance`. */
  constructor(
    planes: readonly DumpPlane[],
    magnet: Dipole | undefined,
    apart: { readonly z: readonly number[]; readonly distance: number } = { z: [], distance: 0 },
  ) {
    this.apartZ = Float64Array.from(apart.z);
    this.apart = compile({ radius: apart.distance });
    this.planeZ = Float64Array.from(planes, ({ z }) => z);
    this.within = planes.map(({ within }) => compile(within));
    this.holes = planes.map(({ holes }) => holes.map(compile));
    this.scattering = Float64Array.from(planes, ({ scattering = 0 }) => scattering);
    this.magnetZ = magnet === undefined ? Number.POSITIVE_INFINITY : magnet.z.value;
    this.kick = magnet === undefined ? 0 : magnet.kick.value;
  }

  /** Starts with all decay points between `from` and `to`. */
  open(from: number, to: number): void {
    this.from[0] = from;
    this.to[0] = to;
    this.count = to > from ? 1 : 0;
  }

  /**
   * Keeps the decay points from where a product with this momentum and charge passes the planes of `mask` (bit per
   * plane). The parent starts at (x0, y0, z0) with slopes (sx, sy). `deviateX`, `deviateY`: standard normal numbers for
   * the scattering before a plane. False when nothing is left.
   */
  restrict(
    x0: number,
    y0: number,
    z0: number,
    sx: number,
    sy: number,
    px: number,
    py: number,
    pz: number,
    charge: number,
    mask: number,
    deviateX: number,
    deviateY: number,
  ): boolean {
    if (pz <= 0) {
      this.count = 0;
      return false;
    }
    const tx = px / pz;
    const ty = py / pz;
    const bx = sx - tx;
    const by = sy - ty;
    const startX = x0 - sx * z0;
    const startY = y0 - sy * z0;
    let tx2 = tx;
    let ty2 = ty;
    if (charge !== 0 && this.kick !== 0) {
      const px2 = px - this.kick * charge;
      const left = px * px + pz * pz - px2 * px2;
      if (left <= 0) {
        this.count = 0;
        return false;
      }
      const pz2 = Math.sqrt(left);
      tx2 = px2 / pz2;
      ty2 = py / pz2;
    }
    const planes = this.planeZ.length;
    for (let k = 0; k < planes; k++) {
      if (((mask >> k) & 1) === 0) continue;
      const z = this.planeZ[k];
      let ax = startX;
      let ay = startY;
      if (z <= this.magnetZ) {
        ax += tx * z;
        ay += ty * z;
      } else {
        ax += tx * this.magnetZ + tx2 * (z - this.magnetZ);
        ay += ty * this.magnetZ + ty2 * (z - this.magnetZ);
      }
      if (this.scattering[k] > 0) {
        const sigma = this.scattering[k] / Math.sqrt(px * px + py * py + pz * pz);
        ax += sigma * deviateX;
        ay += sigma * deviateY;
      }
      // Outlines are convex: with both ends of the flight inside, all of it is; with both beyond one side, none.
      const start = this.from[0];
      const end = Math.min(this.to[this.count - 1], z);
      if (start >= z) continue;
      const within = this.within[k];
      if (!(holds(within, ax + bx * start, ay + by * start) && holds(within, ax + bx * end, ay + by * end))) {
        const met = this.cross(within, ax, ay, bx, by);
        if (z < this.to[this.count - 1]) this.passBefore(z, met);
        else if (met) this.intersect();
        else this.count = 0;
        if (this.count === 0) return false;
      }
      const holes = this.holes[k];
      for (let h = 0; h < holes.length; h++) {
        const hole = holes[h];
        if (beyond(hole, ax + bx * start, ay + by * start, ax + bx * end, ay + by * end)) continue;
        if (!this.cross(hole, ax, ay, bx, by)) continue;
        this.subtract();
        if (this.count === 0) return false;
      }
    }
    return true;
  }

  /**
   * Keeps the decay points from where the two products, with these momenta and charges, are far enough from each other at
   * the z where that is asked. False when nothing is left.
   */
  separate(
    px1: number,
    py1: number,
    pz1: number,
    charge1: number,
    px2: number,
    py2: number,
    pz2: number,
    charge2: number,
  ): boolean {
    const { apartZ, magnetZ } = this;
    if (apartZ.length === 0) return true;
    const before = px1 / pz1 - px2 / pz2;
    const beforeY = py1 / pz1 - py2 / pz2;
    const kicked1 = px1 - this.kick * charge1;
    const kicked2 = px2 - this.kick * charge2;
    const left1 = px1 * px1 + pz1 * pz1 - kicked1 * kicked1;
    const left2 = px2 * px2 + pz2 * pz2 - kicked2 * kicked2;
    if (!(left1 > 0 && left2 > 0)) {
      this.count = 0;
      return false;
    }
    const behind1 = Math.sqrt(left1);
    const behind2 = Math.sqrt(left2);
    const behind = kicked1 / behind1 - kicked2 / behind2;
    const behindY = py1 / behind1 - py2 / behind2;
    for (let k = 0; k < apartZ.length; k++) {
      const z = apartZ[k];
      const far = z > magnetZ;
      const ax = far ? before * magnetZ + behind * (z - magnetZ) : before * z;
      const ay = far ? beforeY * magnetZ + behindY * (z - magnetZ) : beforeY * z;
      if (!this.cross(this.apart, ax, ay, -before, -beforeY)) continue;
      this.subtract();
      if (this.count === 0) return false;
    }
    return true;
  }

  /** Forbids decay points before z from where the plane at z is not met inside (low, high); `met`: whether it ever is. */
  private passBefore(z: number, met: boolean): void {
    const { low, high } = this;
    this.low = Number.NEGATIVE_INFINITY;
    this.high = met ? Math.min(low, z) : z;
    this.subtract();
    if (!met || high >= z || this.count === 0) return;
    this.low = high;
    this.high = z;
    this.subtract();
  }

  /** Sets (low, high) to the part of the line a + b z inside an outline; false when there is none. */
  private cross(outline: CompiledOutline, ax: number, ay: number, bx: number, by: number): boolean {
    const cx = ax - outline.x;
    const cy = ay - outline.y;
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    if (outline.radius2 < Number.POSITIVE_INFINITY) {
      const a = bx * bx + by * by;
      const c = cx * cx + cy * cy - outline.radius2;
      if (a < STRAIGHT * STRAIGHT) {
        if (c >= 0) return false;
      } else {
        const b = cx * bx + cy * by;
        const root = b * b - a * c;
        if (root <= 0) return false;
        const r = Math.sqrt(root);
        low = (-b - r) / a;
        high = (-b + r) / a;
      }
    }
    const { nx, ny, half } = outline;
    for (let i = 0; i < half.length; i++) {
      const c = nx[i] * cx + ny[i] * cy;
      const b = nx[i] * bx + ny[i] * by;
      if (Math.abs(b) < STRAIGHT) {
        if (Math.abs(c) >= half[i]) return false;
        continue;
      }
      const one = (-half[i] - c) / b;
      const two = (half[i] - c) / b;
      low = Math.max(low, Math.min(one, two));
      high = Math.min(high, Math.max(one, two));
    }
    this.low = low;
    this.high = high;
    return high > low;
  }

  private intersect(): void {
    const { from, to, low, high } = this;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const a = Math.max(from[i], low);
      const b = Math.min(to[i], high);
      if (b <= a) continue;
      from[kept] = a;
      to[kept] = b;
      kept++;
    }
    this.count = kept;
  }

  private subtract(): void {
    const { from, to, low, high } = this;
    for (let i = 0; i < this.count; i++) {
      if (high <= from[i] || low >= to[i]) continue;
      if (low <= from[i] && high >= to[i]) {
        for (let k = i + 1; k < this.count; k++) {
          from[k - 1] = from[k];
          to[k - 1] = to[k];
        }
        this.count--;
        i--;
      } else if (low <= from[i]) from[i] = high;
      else if (high >= to[i]) to[i] = low;
      else if (this.count < MOST_INTERVALS) {
        for (let k = this.count; k > i + 1; k--) {
          from[k] = from[k - 1];
          to[k] = to[k - 1];
        }
        from[i + 1] = high;
        to[i + 1] = to[i];
        to[i] = low;
        this.count++;
        i++;
      }
    }
  }
}
