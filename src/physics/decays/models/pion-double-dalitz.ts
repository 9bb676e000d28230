import { particle } from '../../particles/particle-table.ts';
import { createCascade } from '../../phase-space/cascade.ts';
import { permutedCascade } from '../../phase-space/permuted-cascade.ts';
import { ALPHA } from '../../production/standard-model.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';
import { antiparticleAt, particleAt } from '../spinors/slash.ts';
import { newCurrent, newSpinor, vectorCurrent } from '../spinors/spinor.ts';
import { PION_TRANSITION_SLOPE, PION_TWO_PHOTON_WIDTH } from './pion-dalitz.ts';

const MPI0 = particle('pi0').mass;
const ME = particle('e-').mass;

export interface DoubleDalitzOptions {
  readonly slope?: number;
  /** False leaves out the interference of the two pairings (but keeps both). */
  readonly interference?: boolean;
}

/**
 * π⁰ → e⁺e⁻e⁺e⁻ at leading order: both pairings, with their interference, and the form factor (1 + a x₁)(1 + a x₂).
 * Products e⁺, e⁻, e⁺, e⁻. Amplitude ∝ ε(j₁, j₂, q₁, q₂)/(q₁² q₂²) minus the same with the positrons exchanged.
 * Sources: N. Kroll, W. Wada, Phys. Rev. 98 (1955) 1355; K. Kampf, J. Novotny, P. Sanchez-Puertas, arXiv:1801.06067.
 */
export function pionDoubleDalitz({
  slope = PION_TRANSITION_SLOPE.value,
  interference = true,
}: DoubleDalitzOptions = {}): DecayModel {
  const e2 = 4 * Math.PI * ALPHA;
  const strength = (64 * Math.PI * PION_TWO_PHOTON_WIDTH * e2 * e2) / MPI0;
  const u = newSpinor();
  const v = newSpinor();
  const j = newCurrent();
  // per pair and spin state (electron, positron): the current's space part, re and im; for the second also × q
  const first = new Float64Array(24);
  const second = new Float64Array(24);
  const direct = new Float64Array(32);
  const exchanged = new Float64Array(32);

  const currents = (minus: MomentumColumns, plus: MomentumColumns, i: number, out: Float64Array): void => {
    for (let s = 0; s < 2; s++) {
      particleAt(minus, i, ME, s, u);
      for (let t = 0; t < 2; t++) {
        antiparticleAt(plus, i, ME, t, v);
        vectorCurrent(u, v, j);
        for (let k = 0; k < 6; k++) out[6 * (2 * s + t) + k] = j[2 + k];
      }
    }
  };
  /** j → j × q for the four currents. */
  const cross = (c: Float64Array, x: number, y: number, z: number): void => {
    for (let k = 0; k < 24; k += 6)
      for (let part = 0; part < 2; part++) {
        const a = c[k + part];
        const b = c[k + 2 + part];
        const d = c[k + 4 + part];
        c[k + part] = b * z - d * y;
        c[k + 2 + part] = d * x - a * z;
        c[k + 4 + part] = a * y - b * x;
      }
  };
  /** Amplitudes of one pairing; spins in the order e⁻₁, e⁻₃, e⁺ of e⁻₁, e⁺ of e⁻₃. */
  const pairing = (
    minus1: MomentumColumns,
    plus1: MomentumColumns,
    minus2: MomentumColumns,
    plus2: MomentumColumns,
    i: number,
    swapped: boolean,
    out: Float64Array,
  ): void => {
    const q1 = 2 * ME * ME + 2 * dotAt(minus1, plus1, i);
    const q2 = 2 * ME * ME + 2 * dotAt(minus2, plus2, i);
    const f = (1 + (slope * q1) / (MPI0 * MPI0)) * (1 + (slope * q2) / (MPI0 * MPI0));
    const scale = f / (q1 * q2);
    currents(minus1, plus1, i, first);
    currents(minus2, plus2, i, second);
    cross(second, minus1.px[i] + plus1.px[i], minus1.py[i] + plus1.py[i], minus1.pz[i] + plus1.pz[i]);
    for (let a = 0; a < 4; a++)
      for (let b = 0; b < 4; b++) {
        let re = 0;
        let im = 0;
        for (let k = 0; k < 6; k += 2) {
          re += first[6 * a + k] * second[6 * b + k] - first[6 * a + k + 1] * second[6 * b + k + 1];
          im += first[6 * a + k] * second[6 * b + k + 1] + first[6 * a + k + 1] * second[6 * b + k];
        }
        const [s1, t1, s2, t2] = [a >> 1, a & 1, b >> 1, b & 1];
        const at = 2 * (8 * s1 + 4 * s2 + (swapped ? 2 * t2 + t1 : 2 * t1 + t2));
        out[at] = scale * re;
        out[at + 1] = scale * im;
      }
  };
  return amplitudeModel(
    {
      id: 'pion-double-dalitz',
      title: 'pi0 -> e+ e- e+ e- with exchange interference',
      references: [
        'N. Kroll, W. Wada, Phys. Rev. 98 (1955) 1355',
        'K. Kampf, J. Novotny, P. Sanchez-Puertas, Phys. Rev. D 97 (2018) 056010, arXiv:1801.06067',
      ],
      decays: ['pi0 -> e+ e- e+ e-'],
      normalisation: 'width',
    },
    permutedCascade(
      createCascade(
        [MPI0, ME, ME, ME, ME],
        [
          { pair: [0, 1], sampling: 'log-mass-squared' },
          { pair: [2, 3], sampling: 'log-mass-squared' },
        ],
      ),
      [
        [0, 1, 2, 3],
        [2, 1, 0, 3],
      ],
    ),
    4,
    ([plus1, minus1, plus2, minus2], i) => {
      pairing(minus1, plus1, minus2, plus2, i, false, direct);
      pairing(minus1, plus2, minus2, plus1, i, true, exchanged);
      let sum = 0;
      for (let k = 0; k < 32; k++) {
        const difference = direct[k] - exchanged[k];
        sum += interference ? difference * difference : direct[k] * direct[k] + exchanged[k] * exchanged[k];
      }
      return strength * sum;
    },
  );
}

export default [
  {
    id: 'pion-double-dalitz',
    decays: ['pi0 -> e+ e- e+ e-'],
    // width in GeV by integration of 3 million events (computed)
    create: () => ({ ...pionDoubleDalitz(), meanWeight: { value: 2.65034e-13, error: 9.9e-17 } }),
  },
] as const satisfies readonly DecayModelEntry[];
