import type { MomentumColumns } from '../../physics/vectors/momentum-columns.ts';
import { FrameAround } from './aimed-rotation.ts';

/**
 * One decay at rest in many orientations, one after the other, as `aimRotation` and `boostRow` would make them, of some of
 * its products: what looks at many orientations of a decay and keeps few does not write them all.
 */
export class RotatedDecay {
  /** Momenta (GeV) in the laboratory after `send`, a number for each product. */
  readonly px: Float64Array;
  readonly py: Float64Array;
  readonly pz: Float64Array;
  readonly #mass: number;
  readonly #frame = new FrameAround();
  /** Energies at rest, and components along the axis and along two directions at right angles to it. */
  readonly #energy: Float64Array;
  readonly #onD: Float64Array;
  readonly #onE: Float64Array;
  readonly #onF: Float64Array;
  /** Momentum and energy of the parent. */
  #bx = 0;
  #by = 0;
  #bz = 0;
  #be = 0;
  #cosine = 1;
  #sine = 0;
  #cosPsi = 1;
  #sinPsi = 0;

  /** `mass`: that of the parent (GeV). */
  constructor(products: number, mass: number) {
    const column = (): Float64Array<ArrayBuffer> => new Float64Array(products);
    this.px = column();
    this.py = column();
    this.pz = column();
    this.#mass = mass;
    this.#energy = column();
    this.#onD = column();
    this.#onE = column();
    this.#onF = column();
  }

  /** Takes row `row` of the products' momenta at rest, with the axis (x, y, z), and of the parent's in the laboratory. */
  take(
    momenta: readonly MomentumColumns[],
    parent: MomentumColumns,
    row: number,
    x: number,
    y: number,
    z: number,
  ): void {
    const frame = this.#frame;
    frame.point(x, y, z);
    for (let p = 0; p < momenta.length; p++) {
      const { energy, px, py, pz } = momenta[p];
      this.#energy[p] = energy[row];
      this.#onD[p] = px[row] * frame.dx + py[row] * frame.dy + pz[row] * frame.dz;
      this.#onE[p] = px[row] * frame.ex + py[row] * frame.ey + pz[row] * frame.ez;
      this.#onF[p] = px[row] * frame.fx + py[row] * frame.fy + pz[row] * frame.fz;
    }
    this.#bx = parent.px[row];
    this.#by = parent.py[row];
    this.#bz = parent.pz[row];
    this.#be = parent.energy[row];
  }

  /** The axis at this cosine to the flight, turned around itself by an angle of this cosine and sine. */
  spin(cosine: number, cosPsi: number, sinPsi: number): void {
    this.#cosine = cosine;
    this.#sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
    this.#cosPsi = cosPsi;
    this.#sinPsi = sinPsi;
  }

  /** Whether each product has `least` energy (GeV) in the laboratory, for a parent that flies along z. */
  isHard(least: number): boolean {
    const gamma = this.#be / this.#mass;
    const boost = this.#bz / this.#mass;
    const sineCos = this.#sine * this.#cosPsi;
    const sineSin = this.#sine * this.#sinPsi;
    for (let p = 0; p < this.#energy.length; p++) {
      const along = this.#cosine * this.#onD[p] - sineCos * this.#onE[p] + sineSin * this.#onF[p];
      if (gamma * this.#energy[p] + boost * along < least) return false;
    }
    return true;
  }

  /** The axis at an azimuth of this cosine and sine as well: fills the momenta in the laboratory. */
  send(cosPhi: number, sinPhi: number): void {
    const mass = this.#mass;
    const inverse = 1 / (mass * (this.#be + mass));
    for (let p = 0; p < this.#energy.length; p++) {
      const onE = this.#onE[p];
      const onF = this.#onF[p];
      const a = this.#cosPsi * onE - this.#sinPsi * onF;
      const b = this.#sinPsi * onE + this.#cosPsi * onF;
      const outward = this.#cosine * a + this.#sine * this.#onD[p];
      const x = cosPhi * outward - sinPhi * b;
      const y = sinPhi * outward + cosPhi * b;
      const z = this.#cosine * this.#onD[p] - this.#sine * a;
      const along = (this.#bx * x + this.#by * y + this.#bz * z) * inverse + this.#energy[p] / mass;
      this.px[p] = x + this.#bx * along;
      this.py[p] = y + this.#by * along;
      this.pz[p] = z + this.#bz * along;
    }
  }
}
