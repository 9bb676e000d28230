import { cosTurns, sinTurns } from '../../math/elementary.ts';

/**
 * A charged particle on its way through the spectrometer: straight lines, a thin kick in the dipole, and, where it
 * decays in flight, a kink. One instance serves all tracks; nothing is allocated on the way.
 */
export class TrackPath {
  x = 0;
  y = 0;
  z = 0;
  px = 0;
  py = 0;
  pz = 0;
  /** z where the particle decays; Infinity when it does not. */
  decayZ = Number.POSITIVE_INFINITY;
  decayed = false;
  private readonly parentMass: number;
  private daughterMomentum = 0;
  private daughterEnergy = 0;
  private cosTheta = 0;
  private turns = 0;

  constructor(parentMass: number) {
    this.parentMass = parentMass;
  }

  start(x: number, y: number, z: number, px: number, py: number, pz: number): void {
    this.x = x;
    this.y = y;
    this.z = z;
    this.px = px;
    this.py = py;
    this.pz = pz;
    this.decayed = false;
    this.decayZ = Number.POSITIVE_INFINITY;
  }

  /**
   * The particle decays after `distance` (m); in its rest frame the daughter goes to (cosθ, φ in turns) with this momentum
   * and energy (GeV).
   */
  decayAfter(distance: number, cosTheta: number, turns: number, momentum: number, energy: number): void {
    const p = Math.sqrt(this.px * this.px + this.py * this.py + this.pz * this.pz);
    this.decayZ = this.z + (distance * this.pz) / p;
    this.cosTheta = cosTheta;
    this.turns = turns;
    this.daughterMomentum = momentum;
    this.daughterEnergy = energy;
  }

  /** Goes on to the plane at z, decaying on the way when due. */
  advance(z: number): void {
    if (!this.decayed && this.decayZ < z) {
      this.line(this.decayZ);
      this.decay();
    }
    this.line(z);
  }

  /** Changes px by −kick × charge at constant |p|, in a field along y. */
  kick(px: number): void {
    const transverse = this.px * this.px + this.pz * this.pz;
    this.px += px;
    const left = transverse - this.px * this.px;
    this.pz = left > 0 ? Math.sqrt(left) : 0;
  }

  /** Turns by a small angle (rad) in the direction `turns` around it, at constant momentum. */
  deflect(angle: number, turns: number): void {
    const p = Math.sqrt(this.px * this.px + this.py * this.py + this.pz * this.pz);
    this.px += p * angle * cosTurns(turns);
    this.py += p * angle * sinTurns(turns);
    const left = p * p - this.px * this.px - this.py * this.py;
    this.pz = left > 0 ? Math.sqrt(left) : 0;
  }

  /** Loses a fraction of its momentum. */
  lose(fraction: number): void {
    this.px *= 1 - fraction;
    this.py *= 1 - fraction;
    this.pz *= 1 - fraction;
  }

  private line(z: number): void {
    const step = (z - this.z) / this.pz;
    this.x += this.px * step;
    this.y += this.py * step;
    this.z = z;
  }

  private decay(): void {
    const { px, py, pz } = this;
    const p2 = px * px + py * py + pz * pz;
    const energy = Math.sqrt(p2 + this.parentMass * this.parentMass);
    const sine = Math.sqrt(1 - this.cosTheta * this.cosTheta);
    const qx = this.daughterMomentum * sine * cosTurns(this.turns);
    const qy = this.daughterMomentum * sine * sinTurns(this.turns);
    const qz = this.daughterMomentum * this.cosTheta;
    const projection = (px * qx + py * qy + pz * qz) / (this.parentMass * (energy + this.parentMass));
    const along = projection + this.daughterEnergy / this.parentMass;
    this.px = qx + px * along;
    this.py = qy + py * along;
    this.pz = qz + pz * along;
    this.decayed = true;
  }
}
