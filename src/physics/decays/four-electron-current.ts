import { particle } from '../particles/particle-table.ts';
import { dotAt } from '../vectors/column-kinematics.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { addBarProduct, antiparticleAt, particleAt, slash, slashCurrent } from './spinors/slash.ts';
import { newCurrent, newSpinor, vectorCurrent } from './spinors/spinor.ts';

const ME = particle('e-').mass;

/**
 * Amplitudes n·J for γ* → e⁺e⁻e⁺e⁻ in lowest order (eight diagrams, without the charges): J^μ is the current of the
 * whole, n a real vector given by its four components. Fills 16 spin states (e⁻, e⁻, e⁺, e⁺), (re, im) each, for event
 * `i` of products e⁺, e⁻, e⁺, e⁻. J is conserved: n = q gives 0.
 */
export function fourElectronCurrent(): (
  products: readonly MomentumColumns[],
  i: number,
  n: Float64Array,
  out: Float64Array,
) => void {
  const u = [newSpinor(), newSpinor()];
  const v = [newSpinor(), newSpinor()];
  const nu = [newSpinor(), newSpinor()];
  const nv = [newSpinor(), newSpinor()];
  const temporary = newSpinor();
  const left = newSpinor();
  const right = [newSpinor(), newSpinor()];
  const uPair = newSpinor();
  const vPair = newSpinor();
  const j = newCurrent();

  /** The photon couples to the line (minus, plus), which radiates the pair (minus2, plus2). */
  const line = (
    minus: MomentumColumns,
    plus: MomentumColumns,
    minus2: MomentumColumns,
    plus2: MomentumColumns,
    i: number,
    n: Float64Array,
    sign: number,
    order: (s: number, t: number, s2: number, t2: number) => number,
    out: Float64Array,
  ): void => {
    const kt = minus2.energy[i] + plus2.energy[i];
    const kx = minus2.px[i] + plus2.px[i];
    const ky = minus2.py[i] + plus2.py[i];
    const kz = minus2.pz[i] + plus2.pz[i];
    const k2 = 2 * ME * ME + 2 * dotAt(minus2, plus2, i);
    const fromMinus = sign / (k2 * (k2 + 2 * (dotAt(minus, minus2, i) + dotAt(minus, plus2, i))));
    const fromPlus = sign / (k2 * (k2 + 2 * (dotAt(plus, minus2, i) + dotAt(plus, plus2, i))));
    for (let s = 0; s < 2; s++) {
      particleAt(minus, i, ME, s, u[s]);
      slash(n[0], n[1], n[2], n[3], 0, u[s], nu[s]);
      antiparticleAt(plus, i, ME, s, v[s]);
      slash(n[0], n[1], n[2], n[3], 0, v[s], nv[s]);
    }
    for (let s2 = 0; s2 < 2; s2++) {
      particleAt(minus2, i, ME, s2, uPair);
      for (let t2 = 0; t2 < 2; t2++) {
        antiparticleAt(plus2, i, ME, t2, vPair);
        vectorCurrent(uPair, vPair, j);
        for (let t = 0; t < 2; t++) {
          slashCurrent(j, 1, v[t], temporary);
          // (−p̸ − k̸ + m) j̸ v
          slash(-plus.energy[i] - kt, -plus.px[i] - kx, -plus.py[i] - ky, -plus.pz[i] - kz, ME, temporary, right[t]);
        }
        for (let s = 0; s < 2; s++) {
          slashCurrent(j, -1, u[s], temporary);
          slash(minus.energy[i] + kt, minus.px[i] + kx, minus.py[i] + ky, minus.pz[i] + kz, ME, temporary, left);
          for (let t = 0; t < 2; t++) {
            const at = order(s, t, s2, t2);
            addBarProduct(left, nv[t], fromMinus, out, at);
            addBarProduct(nu[s], right[t], fromPlus, out, at);
          }
        }
      }
    }
  };
  const place = (m1: number, m2: number, p1: number, p2: number) => 2 * (8 * m1 + 4 * m2 + 2 * p1 + p2);
  const own1 = (s: number, t: number, s2: number, t2: number) => place(s, s2, t, t2);
  const own2 = (s: number, t: number, s2: number, t2: number) => place(s2, s, t2, t);
  const crossed1 = (s: number, t: number, s2: number, t2: number) => place(s, s2, t2, t);
  const crossed2 = (s: number, t: number, s2: number, t2: number) => place(s2, s, t, t2);
  return ([plus1, minus1, plus2, minus2], i, n, out) => {
    out.fill(0);
    line(minus1, plus1, minus2, plus2, i, n, 1, own1, out);
    line(minus2, plus2, minus1, plus1, i, n, 1, own2, out);
    line(minus1, plus2, minus2, plus1, i, n, -1, crossed1, out);
    line(minus2, plus1, minus1, plus2, i, n, -1, crossed2, out);
  };
}
