import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { antiparticleSpinor, type Current, particleSpinor, type Spinor } from './spinor.ts';

/** out = (p̸ + mass) ψ for a real vector p; `out` must not be `psi`. */
export function slash(t: number, x: number, y: number, z: number, mass: number, psi: Spinor, out: Spinor): void {
  const [ar, ai, br, bi, cr, ci, dr, di] = psi;
  // left part: (t − p·σ)ψ_R, right part: (t + p·σ)ψ_L
  out[0] = mass * ar + (t - z) * cr - x * dr - y * di;
  out[1] = mass * ai + (t - z) * ci - x * di + y * dr;
  out[2] = mass * br + (t + z) * dr - x * cr + y * ci;
  out[3] = mass * bi + (t + z) * di - x * ci - y * cr;
  out[4] = mass * cr + (t + z) * ar + x * br + y * bi;
  out[5] = mass * ci + (t + z) * ai + x * bi - y * br;
  out[6] = mass * dr + (t - z) * br + x * ar - y * ai;
  out[7] = mass * di + (t - z) * bi + x * ai + y * ar;
}

const imaginary = new Float64Array(8);

/** out = j̸ψ for a complex current j, or j̸*ψ when `sign` is −1. */
export function slashCurrent(j: Current, sign: 1 | -1, psi: Spinor, out: Spinor): void {
  slash(j[0], j[2], j[4], j[6], 0, psi, out);
  slash(j[1], j[3], j[5], j[7], 0, psi, imaginary);
  for (let k = 0; k < 8; k += 2) {
    out[k] -= sign * imaginary[k + 1];
    out[k + 1] += sign * imaginary[k];
  }
}

/** Adds scale·χ̄ψ to out[at] + i·out[at + 1]. */
export function addBarProduct(chi: Spinor, psi: Spinor, scale: number, out: Float64Array, at: number): void {
  let re = 0;
  let im = 0;
  for (let k = 0; k < 8; k += 2) {
    const other = k < 4 ? k + 4 : k - 4;
    re += chi[other] * psi[k] + chi[other + 1] * psi[k + 1];
    im += chi[other] * psi[k + 1] - chi[other + 1] * psi[k];
  }
  out[at] += scale * re;
  out[at + 1] += scale * im;
}

/** u(p) of row `i`. */
export function particleAt(p: MomentumColumns, i: number, mass: number, spin: number, out: Spinor): void {
  particleSpinor(p.energy[i], p.px[i], p.py[i], p.pz[i], mass, spin as 0 | 1, out);
}

/** v(p) of row `i`. */
export function antiparticleAt(p: MomentumColumns, i: number, mass: number, spin: number, out: Spinor): void {
  antiparticleSpinor(p.energy[i], p.px[i], p.py[i], p.pz[i], mass, spin as 0 | 1, out);
}
