import { cosTurns, exp, log, sinTurns } from '../../math/elementary.ts';
import { fillUniforms, type StreamKey } from '../../math/random/index.ts';
import type { ThreeBodyElement } from '../../physics/hidden/three-body-element.ts';
import { breakupMomentum } from '../../physics/vectors/kaellen.ts';

/** Momentum of a decay product, a column per component (GeV). */
export interface ProductColumns {
  readonly px: Float64Array;
  readonly py: Float64Array;
  readonly pz: Float64Array;
}

/** Where and how hidden particles leave the dump; row i is event `firstEvent + i`. Their decays can be put anywhere later. */
export interface DumpBlock {
  readonly capacity: number;
  /** ln of the momentum, polar angle (rad). */
  readonly logMomentum: Float64Array;
  readonly theta: Float64Array;
  /** Slopes and longitudinal momentum. */
  readonly slopeX: Float64Array;
  readonly slopeY: Float64Array;
  readonly pz: Float64Array;
  /** Point of production (m). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** Cosine of the angle of the first product to the flight of what decays to the pair, in its rest frame. */
  readonly cosine: Float64Array;
  readonly first: ProductColumns;
  readonly second: ProductColumns;
  /** The third product, filled for three-body decays alone. */
  readonly third: ProductColumns;
}

/** What hidden particles are thrown at: the cone that can reach a detector, and the dump they come from. */
export interface DumpSource {
  readonly momentum: { readonly min: number; readonly max: number };
  /** Largest polar angle, rad. */
  readonly theta: number;
  readonly x: number;
  readonly y: number;
  readonly spot: number;
  readonly frontFace: number;
  readonly length: number;
  readonly interactionLength: number;
}

/** A decay X → first second, or X → first second third; masses in GeV. */
export interface DecayProducts {
  readonly first: number;
  readonly second: number;
  /** Mass of a third product; undefined for a two-body decay. */
  readonly third?: number;
  /** Matrix element of a three-body decay; phase space when left out. */
  readonly element?: ThreeBodyElement | undefined;
}

const allocateProduct = (n: number): ProductColumns => ({
  px: new Float64Array(n),
  py: new Float64Array(n),
  pz: new Float64Array(n),
});

export function allocateDumpBlock(capacity: number): DumpBlock {
  const column = () => new Float64Array(capacity);
  return {
    capacity,
    logMomentum: column(),
    theta: column(),
    slopeX: column(),
    slopeY: column(),
    pz: column(),
    x: column(),
    y: column(),
    z: column(),
    cosine: column(),
    first: allocateProduct(capacity),
    second: allocateProduct(capacity),
    third: allocateProduct(capacity),
  };
}

/** Uniform draws per event: of two bodies, of three, and two more for an angle that is not flat. */
const DRAWS = { two: 8, three: 12, angle: 14 } as const;

/**
 * Throws hidden particles flat in ln p and in θ over the cone of the source, with production depth and beam spot, and
 * lets them decay isotropically (three bodies: by phase space, or with a matrix element). The directions of the decay do not depend on where it
 * happens. Draws are a function of (key, event, draw) alone; nothing is allocated per event.
 */
export class DumpDecays {
  private readonly source: DumpSource;
  private readonly mass: number;
  private readonly pair: DecayProducts;
  private readonly uniforms: Float64Array[];
  private readonly pairMassCumulative: Float64Array | undefined;

  constructor(source: DumpSource, mass: number, pair: DecayProducts, capacity: number) {
    this.source = source;
    this.mass = mass;
    this.pair = pair;
    const draws = pair.third === undefined ? 'two' : pair.element?.angle === 'sine squared' ? 'angle' : 'three';
    this.uniforms = Array.from({ length: DRAWS[draws] }, () => new Float64Array(capacity));
    this.pairMassCumulative = pair.third === undefined ? undefined : pairMassTable(mass, pair);
  }

  /** Density of the throw in (ln p, θ): 1 over the area of the plane. */
  get density(): number {
    const { momentum, theta } = this.source;
    return 1 / (log(momentum.max / momentum.min) * theta);
  }

  fill(key: StreamKey, firstEvent: number, count: number, out: DumpBlock): void {
    const { source, mass, uniforms } = this;
    fillUniforms(key, firstEvent, count, uniforms);
    const [u0, u1, u2, u3, u4, u5, u6, u7] = uniforms;
    const lnMin = log(source.momentum.min);
    const lnSpan = log(source.momentum.max / source.momentum.min);
    const { first, second } = this.pair;
    const recoil = this.pair.third;
    const aligned = this.pair.element?.angle === 'sine squared';
    const inDump = 1 - exp(-source.length / source.interactionLength);
    const twoBody = breakupMomentum(mass, first, second);
    for (let i = 0; i < count; i++) {
      const lnP = lnMin + u0[i] * lnSpan;
      const p = exp(lnP);
      const theta = source.theta * u1[i];
      // θ is small: sin and cos by their series, exact to 1e-12 below 0.1 rad.
      const t2 = theta * theta;
      const sine = theta * (1 - (t2 / 6) * (1 - (t2 / 20) * (1 - t2 / 42)));
      const pt = p * sine;
      const px = pt * cosTurns(u2[i]);
      const py = pt * sinTurns(u2[i]);
      const pz = Math.sqrt(p * p - pt * pt);
      out.logMomentum[i] = lnP;
      out.theta[i] = theta;
      out.pz[i] = pz;
      out.slopeX[i] = px / pz;
      out.slopeY[i] = py / pz;
      out.z[i] = source.frontFace - source.interactionLength * log(1 - u3[i] * inDump);
      let x = source.x;
      let y = source.y;
      if (source.spot > 0) {
        const radius = source.spot * Math.sqrt(-2 * log(u6[i]));
        x += radius * cosTurns(u7[i]);
        y += radius * sinTurns(u7[i]);
      }
      out.x[i] = x;
      out.y[i] = y;

      // The pair: the hidden particle itself, or what is left when the third product has flown off.
      let pairMass = mass;
      let momentum = twoBody;
      let qx = px;
      let qy = py;
      let qz = pz;
      if (recoil !== undefined) {
        pairMass = this.pairMass(uniforms[8][i]);
        const away = breakupMomentum(mass, pairMass, recoil);
        const c = 2 * uniforms[9][i] - 1;
        const s = away * Math.sqrt((1 - c) * (1 + c));
        const ax = s * cosTurns(uniforms[10][i]);
        const ay = s * sinTurns(uniforms[10][i]);
        const az = away * c;
        const energy = Math.sqrt(p * p + mass * mass);
        const own = Math.sqrt(away * away + pairMass * pairMass);
        const shift = ((px * ax + py * ay + pz * az) / (energy + mass) + own) / mass;
        qx = ax + px * shift;
        qy = ay + py * shift;
        qz = az + pz * shift;
        momentum = breakupMomentum(pairMass, first, second);
        out.third.px[i] = px - qx;
        out.third.py[i] = py - qy;
        out.third.pz[i] = pz - qz;
      }
      const energy = Math.sqrt(qx * qx + qy * qy + qz * qz + pairMass * pairMass);
      // The middle one of three uniforms follows u(1 − u): its cosine follows sin².
      const c = 2 * (aligned ? middle(u4[i], uniforms[12][i], uniforms[13][i]) : u4[i]) - 1;
      const s = momentum * Math.sqrt((1 - c) * (1 + c));
      let ax = s * cosTurns(u5[i]);
      let ay = s * sinTurns(u5[i]);
      let az = momentum * c;
      if (aligned) {
        // From the frame whose third axis is the flight of the third product, seen from the pair.
        const kx = px - qx;
        const ky = py - qy;
        const kz = pz - qz;
        const k = Math.sqrt(kx * kx + ky * ky + kz * kz + (recoil ?? 0) * (recoil ?? 0));
        const back = ((kx * qx + ky * qy + kz * qz) / (energy + pairMass) - k) / pairMass;
        const nx = kx + back * qx;
        const ny = ky + back * qy;
        const nz = kz + back * qz;
        const n = Math.sqrt(nx * nx + ny * ny + nz * nz);
        const across = Math.sqrt(nx * nx + ny * ny);
        const [ux, uy] = across > 0 ? [nx / across, ny / across] : [1, 0];
        const cosine = nz / n;
        const sine = across / n;
        const along = az * sine + ax * cosine;
        const turned = az * cosine - ax * sine;
        ax = along * ux - ay * uy;
        ay = along * uy + ay * ux;
        az = turned;
      }
      const own = Math.sqrt(momentum * momentum + first * first);
      const along = qx * ax + qy * ay + qz * az;
      const shift = (along / (energy + pairMass) + own) / pairMass;
      out.cosine[i] = momentum > 0 ? along / (momentum * Math.sqrt(qx * qx + qy * qy + qz * qz)) : 0;
      const fx = ax + qx * shift;
      const fy = ay + qy * shift;
      const fz = az + qz * shift;
      out.first.px[i] = fx;
      out.first.py[i] = fy;
      out.first.pz[i] = fz;
      out.second.px[i] = qx - fx;
      out.second.py[i] = qy - fy;
      out.second.pz[i] = qz - fz;
    }
  }

  private pairMass(u: number): number {
    const table = this.pairMassCumulative!;
    const bins = table.length - 1;
    const from = this.pair.first + this.pair.second;
    const step = (this.mass - (this.pair.third ?? 0) - from) / bins;
    let low = 0;
    let high = bins;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (table[middle] <= u) low = middle;
      else high = middle;
    }
    return from + step * (low + (u - table[low]) / (table[high] - table[low]));
  }
}

const middle = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** Cumulative distribution of the pair's mass in three-body phase space times the matrix element, 256 bins. */
function pairMassTable(mass: number, { first, second, third = 0, element }: DecayProducts): Float64Array {
  const bins = 256;
  const from = first + second;
  const step = (mass - third - from) / bins;
  const table = new Float64Array(bins + 1);
  for (let i = 0; i < bins; i++) {
    const m = from + (i + 0.5) * step;
    const phaseSpace = breakupMomentum(mass, m, third) * breakupMomentum(m, first, second);
    table[i + 1] = table[i] + phaseSpace * (element?.ofPairMass(m) ?? 1);
  }
  for (let i = 1; i <= bins; i++) table[i] /= table[bins];
  table[bins] = 1;
  return table;
}
