/**
 * Dirac spinors in the chiral representation as eight numbers: left part (two complex components), then right part,
 * real and imaginary parts in turn; γ5 = diag(−1, −1, 1, 1), σ^μ = (1, σ), σ̄^μ = (1, −σ). Currents are four complex
 * numbers, (re, im) of the contravariant components t, x, y, z.
 */
export type Spinor = Float64Array;
export type Current = Float64Array;

export const newSpinor = (): Spinor => new Float64Array(8);
export const newCurrent = (): Current => new Float64Array(8);

/** √(p·σ) η and ±√(p·σ̄) η for η along z (`spin` 0) or against it (1), √(p·σ) = (E + m − p·σ)/√(2(E + m)). */
function fill(e: number, x: number, y: number, z: number, m: number, spin: 0 | 1, sign: number, out: Spinor): void {
  const n = 1 / Math.sqrt(2 * (e + m));
  const d = (e + m) * n;
  const zn = (spin === 0 ? z : -z) * n;
  const xn = x * n;
  const yn = (spin === 0 ? y : -y) * n;
  const own = 2 * spin;
  const other = 2 - own;
  out[own] = d - zn;
  out[own + 1] = 0;
  out[other] = -xn;
  out[other + 1] = -yn;
  out[4 + own] = sign * (d + zn);
  out[5 + own] = 0;
  out[4 + other] = sign * xn;
  out[5 + other] = sign * yn;
}

/** u(p) of a fermion; `spin` 0 and 1 are a complete set. E > 0 (GeV). */
export function particleSpinor(e: number, x: number, y: number, z: number, m: number, spin: 0 | 1, out: Spinor): void {
  fill(e, x, y, z, m, spin, 1, out);
}

/** v(p) of an antifermion; `spin` 0 and 1 are a complete set. E > 0 (GeV). */
export function antiparticleSpinor(
  e: number,
  x: number,
  y: number,
  z: number,
  m: number,
  spin: 0 | 1,
  out: Spinor,
): void {
  fill(e, x, y, z, m, spin, -1, out);
}

/** u(p) of a massless left-handed fermion (a neutrino): the right part is 0. */
export function neutrinoSpinor(e: number, x: number, y: number, z: number, out: Spinor): void {
  out.fill(0);
  if (z <= 0) {
    const n = 1 / Math.sqrt(e - z);
    out[0] = (e - z) * n;
    out[2] = -x * n;
    out[3] = -y * n;
  } else {
    const n = 1 / Math.sqrt(e + z);
    out[0] = -x * n;
    out[1] = y * n;
    out[2] = (e + z) * n;
  }
}

/** Adds a†(1, sign·σ)b of two-component parts at offsets `i` of a and `j` of b to the current. */
function addBilinear(a: Spinor, i: number, b: Spinor, j: number, sign: number, out: Current): void {
  const ar = a[i];
  const ai = a[i + 1];
  const cr = a[i + 2];
  const ci = a[i + 3];
  const br = b[j];
  const bi = b[j + 1];
  const dr = b[j + 2];
  const di = b[j + 3];
  // a0* b0, a1* b1, a0* b1, a1* b0
  const upR = ar * br + ai * bi;
  const upI = ar * bi - ai * br;
  const downR = cr * dr + ci * di;
  const downI = cr * di - ci * dr;
  const rightR = ar * dr + ai * di;
  const rightI = ar * di - ai * dr;
  const leftR = cr * br + ci * bi;
  const leftI = cr * bi - ci * br;
  out[0] += upR + downR;
  out[1] += upI + downI;
  out[2] += sign * (rightR + leftR);
  out[3] += sign * (rightI + leftI);
  // −i a0* b1 + i a1* b0
  out[4] += sign * (rightI - leftI);
  out[5] += sign * (leftR - rightR);
  out[6] += sign * (upR - downR);
  out[7] += sign * (upI - downI);
}

/** ū γ^μ v. */
export function vectorCurrent(u: Spinor, v: Spinor, out: Current): void {
  out.fill(0);
  addBilinear(u, 0, v, 0, -1, out);
  addBilinear(u, 4, v, 4, 1, out);
}

/** ū γ^μ ½(1 − γ5) v. */
export function leftCurrent(u: Spinor, v: Spinor, out: Current): void {
  out.fill(0);
  addBilinear(u, 0, v, 0, -1, out);
}

/** u_L† σ^μ v_R: with u_L replaced by (q·σ̄)u_L this is ū ½(1 + γ5) q̸ γ^μ v of a left-handed u. */
export function leftRightCurrent(u: Spinor, v: Spinor, out: Current): void {
  out.fill(0);
  addBilinear(u, 0, v, 4, 1, out);
}

/** Left part of out = (q·σ̄) × left part of u, q·σ̄ = q⁰ + q·σ; the right part of out becomes 0. */
export function slashLeft(qt: number, qx: number, qy: number, qz: number, u: Spinor, out: Spinor): void {
  const [ar, ai, br, bi] = [u[0], u[1], u[2], u[3]];
  out.fill(0);
  out[0] = (qt + qz) * ar + qx * br + qy * bi;
  out[1] = (qt + qz) * ai + qx * bi - qy * br;
  out[2] = (qt - qz) * br + qx * ar - qy * ai;
  out[3] = (qt - qz) * bi + qx * ai + qy * ar;
}
