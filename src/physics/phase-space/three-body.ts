import { InvalidInput } from '../../schema/index.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';

/** Coefficients of sin and cos on [−π/4, π/4], those of src/math/elementary/turns.ts. */
const S1 = -0.16666666666666666;
const S2 = 0.008333333333330948;
const S3 = -0.00019841269836756774;
const S4 = 2.7557316101617874e-6;
const S5 = -2.505113165023518e-8;
const S6 = 1.5918115263265974e-10;
const C1 = 0.041666666666666664;
const C2 = -0.0013888888888887398;
const C3 = 2.480158729876456e-5;
const C4 = -2.7557317271145144e-7;
const C5 = 2.087614614655861e-9;
const C6 = -1.1382623647474604e-11;
const QUARTER_TURN = 1.5707963267948966;
const PI_CUBED = Math.PI * Math.PI * Math.PI;

/** Uniforms per event, in this order: m12, cosθ and φ of particle 1 in the (12) frame, cosθ and φ of the (12) system. */
export const THREE_BODY_UNIFORMS = 5;

/** M − m1 − m2 − m3 of [M, m1, m2, m3]; throws InvalidInput when the decay is closed. */
export function availableMass(masses: ArrayLike<number>): number {
  const M = masses[0];
  const m1 = masses[1];
  const m2 = masses[2];
  const m3 = masses[3];
  const available = M - m1 - m2 - m3;
  if (available > 0) return available;
  throw new InvalidInput('phase space', `a mass of ${M} GeV cannot decay to ${m1} + ${m2} + ${m3} GeV`);
}

/**
 * Generates `count` three-body decays at rest, flat in Lorentz-invariant phase space, as weighted events.
 *
 * `draws`: five columns of uniforms in (0,1); `masses`: [M, m1, m2, m3] in GeV; `products`: three sets of columns
 * (GeV, parent's rest frame); `weight[i]`: phase-space weight in GeV², m12 uniform, whose mean over events is
 * Φ₃ = ∫ ∏ d³p/((2π)³2E) (2π)⁴δ⁴. Weight 0 only at the edges of phase space. Every operation is exact-rounded and in
 * the order of the SIMD kernel, which gives the same bits. Recursion: F. James, CERN 68-15 (1968).
 * Throws InvalidInput when the decay is closed (M ≤ m1 + m2 + m3).
 */
export function threeBodyPhaseSpace(
  draws: readonly Float64Array[],
  count: number,
  masses: ArrayLike<number>,
  products: readonly MomentumColumns[],
  weight: Float64Array,
): void {
  const M = masses[0];
  const m1 = masses[1];
  const m2 = masses[2];
  const m3 = masses[3];
  const dm = availableMass(masses);
  const [u0, u1, u2, u3, u4] = draws;
  const { energy: ae, px: ax, py: ay, pz: az } = products[0];
  const { energy: be, px: bx, py: by, pz: bz } = products[1];
  const { energy: ce, px: cx, py: cy, pz: cz } = products[2];
  const m12min = m1 + m2;
  const halfOverM = 0.5 / M;
  const excess12 = m1 * m1 - m2 * m2;
  const excess3 = M * M - m3 * m3;
  const sum12 = (m1 + m2) * (m1 + m2);
  const difference12 = (m1 - m2) * (m1 - m2);
  const sum3 = (M + m3) * (M + m3);
  const difference3 = (M - m3) * (M - m3);
  const volume = dm / (16 * PI_CUBED * M);
  for (let i = 0; i < count; i++) {
    const m12 = m12min + u0[i] * dm;
    const m12s = m12 * m12;
    // max: rounding may put m12 one ulp beyond M − m3 when u0 is next to 1
    const pb = Math.sqrt(Math.max((sum3 - m12s) * (difference3 - m12s), 0)) * halfOverM;
    const inverse = 1 / m12;
    const halfInverse = 0.5 * inverse;
    const pa = Math.sqrt((m12s - sum12) * (m12s - difference12)) * halfInverse;

    // direction of particle 1 in the (12) frame
    let c = 2 * u1[i] - 1;
    let s = Math.sqrt(1 - c * c);
    let x = u2[i] * 4;
    let q = Math.floor(x + 0.5);
    let y = (x - q) * QUARTER_TURN;
    let z = y * y;
    let sine = y + y * z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
    let cosine = 1 - 0.5 * z + z * z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
    let quarter = q | 0;
    let cosPhi = quarter & 1 ? sine : cosine;
    let sinPhi = quarter & 1 ? cosine : sine;
    if ((quarter + 1) & 2) cosPhi = -cosPhi;
    if (quarter & 2) sinPhi = -sinPhi;
    const dx = pa * s * cosPhi;
    const dy = pa * s * sinPhi;
    const dz = pa * c;

    // direction of the (12) system
    c = 2 * u3[i] - 1;
    s = Math.sqrt(1 - c * c);
    x = u4[i] * 4;
    q = Math.floor(x + 0.5);
    y = (x - q) * QUARTER_TURN;
    z = y * y;
    sine = y + y * z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
    cosine = 1 - 0.5 * z + z * z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
    quarter = q | 0;
    cosPhi = quarter & 1 ? sine : cosine;
    sinPhi = quarter & 1 ? cosine : sine;
    if ((quarter + 1) & 2) cosPhi = -cosPhi;
    if (quarter & 2) sinPhi = -sinPhi;
    const nx = s * cosPhi;
    const ny = s * sinPhi;
    const nz = c;

    // boost along n
    const e12 = (excess3 + m12s) * halfOverM;
    const gamma = e12 * inverse;
    const gammaBeta = pb * inverse;
    const gammaMinusOne = gamma - 1;
    const e1 = (m12s + excess12) * halfInverse;
    const e2 = m12 - e1;
    const along = dx * nx + dy * ny + dz * nz;
    const shift1 = gammaMinusOne * along + gammaBeta * e1;
    const shift2 = -gammaMinusOne * along + gammaBeta * e2;
    weight[i] = pa * pb * volume;
    ax[i] = dx + nx * shift1;
    ay[i] = dy + ny * shift1;
    az[i] = dz + nz * shift1;
    ae[i] = gamma * e1 + gammaBeta * along;
    bx[i] = nx * shift2 - dx;
    by[i] = ny * shift2 - dy;
    bz[i] = nz * shift2 - dz;
    be[i] = gamma * e2 - gammaBeta * along;
    cx[i] = -pb * nx;
    cy[i] = -pb * ny;
    cz[i] = -pb * nz;
    ce[i] = M - e12;
  }
}
