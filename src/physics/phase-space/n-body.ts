import { InvalidInput } from '../../schema/index.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { checkMasses } from './generator.ts';

const FOUR_PI = 12.566370614359172;
const HALF_PI = 1.5707963267948966;
/** sin y = y + y³·(S1 + S2·y² + …) for |y| ≤ π/4, the coefficients of src/math/elementary/turns.ts. */
const S1 = -0.16666666666666666;
const S2 = 0.008333333333330948;
const S3 = -0.00019841269836756774;
const S4 = 2.7557316101617874e-6;
const S5 = -2.505113165023518e-8;
const S6 = 1.5918115263265974e-10;

/** Most products that there are workings for. */
export const MOST_BODIES = 6;

/** What a decay of 4, 5 or 6 bodies needs, made once. */
export interface NBodyDecay {
  readonly bodies: number;
  /** Mass of the parent, GeV. */
  readonly parent: number;
  /** Masses of the products, GeV. */
  readonly own: Float64Array;
  /** m_0 + … + m_k. */
  readonly threshold: Float64Array;
  /** M − Σm. */
  readonly available: number;
  /** Weight of an event per product of its momenta in GeV: (M − Σm)^(n−2) / [(n−2)!·M·(4π)^(n−1)·π^(n−2)]. */
  readonly volume: number;
  /** Columns of uniforms that an event takes: 3n − 4. */
  readonly uniforms: number;
}

/** The decay [M, m1, … mn] in GeV. Throws InvalidInput when it is closed or n is not 4, 5 or 6. */
export function nBodyDecay(masses: ArrayLike<number>): NBodyDecay {
  const all = Array.from(masses);
  checkMasses(all);
  const [parent, ...products] = all;
  const bodies = products.length;
  if (bodies < 4 || bodies > MOST_BODIES)
    throw new InvalidInput('phase space', `4 to ${MOST_BODIES} products are possible, found ${bodies}`);
  const own = Float64Array.from(products);
  const threshold = new Float64Array(bodies);
  own.forEach((mass, k) => {
    threshold[k] = (k === 0 ? 0 : threshold[k - 1]) + mass;
  });
  const available = own.reduce((rest, mass) => rest - mass, parent);
  let volume = 1 / (parent * FOUR_PI);
  for (let k = 1; k <= bodies - 2; k++) volume *= available / (k * FOUR_PI * Math.PI);
  return { bodies, parent, own, threshold, available, volume, uniforms: 3 * bodies - 4 };
}

/** Sorts the first `n` values in place, ascending (n is at most four here). */
function insertionSort(values: Float64Array, n: number): void {
  for (let i = 1; i < n; i++) {
    const value = values[i];
    let j = i - 1;
    while (j >= 0 && values[j] > value) {
      values[j + 1] = values[j];
      j--;
    }
    values[j + 1] = value;
  }
}

function set(to: MomentumColumns, i: number, energy: number, px: number, py: number, pz: number): void {
  to.energy[i] = energy;
  to.px[i] = px;
  to.py[i] = py;
  to.pz[i] = pz;
}

const sorted = new Float64Array(MOST_BODIES - 2);
const cluster = new Float64Array(MOST_BODIES);

/**
 * Generates `count` decays at rest, flat in phase space, as weighted events with the weights of GENBOD: the masses of
 * the clusters (1 2), (1 2 3), … from sorted uniforms, then isotropic two-body splits. `draws`: 3n − 4 columns of
 * uniforms in (0,1), n − 2 for the masses, then (from column `firstAngle` on) cosθ and φ of product n, n − 1, … 2 in the
 * frame of its cluster; the mean of `weight` is Φ_n in GeV^(2n−4). A product is boosted once, from its cluster's frame to the parent's, and what
 * is left of the cluster goes on; GENBOD boosts all that came before at each split. Every operation is exactly rounded
 * and in the order of the SIMD kernel, which gives the same bits. Source: F. James, CERN 68-15 (1968).
 */
export function nBodyPhaseSpace(
  decay: NBodyDecay,
  draws: readonly Float64Array[],
  count: number,
  products: readonly MomentumColumns[],
  weight: Float64Array,
  firstAngle = decay.bodies - 2,
): void {
  const { bodies, parent, own, threshold, available, volume } = decay;
  cluster[0] = own[0];
  cluster[bodies - 1] = parent;
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < bodies - 2; k++) sorted[k] = draws[k][i];
    insertionSort(sorted, bodies - 2);
    for (let k = 1; k < bodies - 1; k++) cluster[k] = sorted[k - 1] * available + threshold[k];
    let angle = firstAngle;
    let w = volume;
    let whole = parent;
    let energy = parent;
    let px = 0;
    let py = 0;
    let pz = 0;
    for (let k = bodies - 1; k > 0; k--) {
      const rest = cluster[k - 1];
      const sum = rest + own[k];
      const difference = rest - own[k];
      const inside = (whole - sum) * (whole + sum) * ((whole - difference) * (whole + difference));
      const inverse = 1 / whole;
      const halfInverse = 0.5 * inverse;
      // max: rounding may close a decay by an ulp when two uniforms are next to each other
      const p = Math.sqrt(Math.max(inside, 0)) * halfInverse;
      w *= p;
      const e = ((whole - rest) * (whole + rest) + own[k] * own[k]) * halfInverse;

      const c = 2 * draws[angle][i] - 1;
      const s = Math.sqrt(1 - c * c);
      // φ = u − 1/2 turns: sine and cosine of φ/4, the cosine from the sine, and the angle doubled twice
      const y = (draws[angle + 1][i] - 0.5) * HALF_PI;
      angle += 2;
      const z = y * y;
      const sine4 = y + y * z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
      const sine2 = 2 * sine4 * Math.sqrt(1 - sine4 * sine4);
      const cosine2 = 1 - 2 * sine4 * sine4;
      const transverse = p * s;
      const qx = transverse * (1 - 2 * sine2 * sine2);
      const qy = transverse * (2 * sine2 * cosine2);
      const qz = p * c;

      if (k === bodies - 1) {
        set(products[k], i, e, qx, qy, qz);
        energy = parent - e;
        px = -qx;
        py = -qy;
        pz = -qz;
      } else {
        const along = qx * px + qy * py + qz * pz;
        const shift = (along / (energy + whole) + e) * inverse;
        const bx = qx + px * shift;
        const by = qy + py * shift;
        const bz = qz + pz * shift;
        const be = (energy * e + along) * inverse;
        set(products[k], i, be, bx, by, bz);
        energy -= be;
        px -= bx;
        py -= by;
        pz -= bz;
      }
      whole = rest;
    }
    weight[i] = w;
    set(products[0], i, energy, px, py, pz);
  }
}

/**
 * Whether a trial is kept when events are wanted with weights all alike: its product of momenta (GeV^(n−1)) is above `u`
 * times the most that it can be, `top` being 2^(n−1)·M times that. `i`: row of the n − 2 uniforms of the masses, the
 * first of `draws`.
 */
export function acceptsTrial(
  { bodies, parent, own, threshold, available }: NBodyDecay,
  draws: readonly Float64Array[],
  i: number,
  u: number,
  top: number,
): boolean {
  for (let k = 0; k < bodies - 2; k++) sorted[k] = draws[k][i];
  insertionSort(sorted, bodies - 2);
  let product = 1;
  let bound = u * top;
  let rest = own[0];
  for (let k = 1; k < bodies; k++) {
    const drawn = k < bodies - 1;
    const whole = drawn ? sorted[k - 1] * available + threshold[k] : parent;
    if (drawn) bound *= whole;
    const sum = rest + own[k];
    const difference = rest - own[k];
    const squared = whole * whole;
    product *= (squared - sum * sum) * (squared - difference * difference);
    rest = whole;
  }
  return product - bound * bound > 0;
}
