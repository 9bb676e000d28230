import {
  kaonVectorFormFactor,
  STRUCTURE_CONSTANTS,
  type StructureConstants,
} from '../form-factors/kaon-lepton-pair-structure.ts';
import { particle } from '../particles/particle-table.ts';
import { FERMI_CONSTANT } from '../production/standard-model.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import {
  antiparticleSpinor,
  type Current,
  leftCurrent,
  leftRightCurrent,
  neutrinoSpinor,
  newCurrent,
  newSpinor,
  slashLeft,
} from './spinors/spinor.ts';

const MK = particle('K+').mass;

/**
 * The current that K⁺ → ℓ⁺ν offers to a photon of momentum `q` (t, x, y, z) and squared mass `q2`: fills one current
 * per spin of ℓ⁺ for event i, in the kaon's rest frame.
 */
export type KaonLeptonCurrent = (
  lepton: MomentumColumns,
  neutrino: MomentumColumns,
  q: Float64Array,
  q2: number,
  i: number,
  out: readonly [Current, Current],
) => void;

/**
 * G_F V_us (F_K L^ρ − H^{ρμ} l_μ) at O(p⁴): inner bremsstrahlung L and structure-dependent H with V₁, A₁, A₂, A₄,
 * ε^{0123} = −1, γ5 = iγ⁰γ¹γ²γ³. `structure` false leaves H out. For a real photon
 * (q² = 0) what is proportional to q^ρ is left out. `leptonMass` in GeV.
 * Source: J. Bijnens, G. Ecker, J. Gasser, Nucl. Phys. B 396 (1993) 81, hep-ph/9209261; hep-ph/9411232.
 */
export function kaonLeptonCurrent(
  leptonMass: number,
  constants: StructureConstants = STRUCTURE_CONSTANTS.value,
  structure = true,
): KaonLeptonCurrent {
  const { fKaon, fPion, l9, l10, vus } = constants;
  const v1 = structure ? -1 / (8 * Math.PI * Math.PI * fPion) : 0;
  const a1 = structure ? (-4 * (l9 + l10)) / fPion : 0;
  const strength = FERMI_CONSTANT * vus;
  const u = newSpinor();
  const v = newSpinor();
  const slashed = newSpinor();
  const l = newCurrent();
  const tensor = newCurrent();
  const vector = new Float64Array(2);
  const w = new Float64Array(4);
  const p = new Float64Array(4);

  return (lepton, neutrino, q, q2, i, out) => {
    p[0] = lepton.energy[i];
    p[1] = lepton.px[i];
    p[2] = lepton.py[i];
    p[3] = lepton.pz[i];
    w[0] = MK - q[0];
    for (let k = 1; k < 4; k++) w[k] = -q[k];
    const w2 = w[0] * w[0] - w[1] * w[1] - w[2] * w[2] - w[3] * w[3];
    const qw = MK * q[0] - q2;
    const fromKaon = 1 / (2 * MK * q[0] - q2);
    const fromLepton = 1 / (2 * (p[0] * q[0] - p[1] * q[1] - p[2] * q[2] - p[3] * q[3]) + q2);
    const virtual = structure && q2 > 0;
    if (virtual) kaonVectorFormFactor(q2, constants, vector);
    const a2r = virtual ? (-2 * fKaon * vector[0]) / q2 : 0;
    const a2i = virtual ? (-2 * fKaon * vector[1]) / q2 : 0;
    const a4r = -a2r / (MK * MK - w2);
    const a4i = -a2i / (MK * MK - w2);
    const lowered = 2 * leptonMass * fKaon;
    neutrinoSpinor(neutrino.energy[i], neutrino.px[i], neutrino.py[i], neutrino.pz[i], u);
    slashLeft(q[0], q[1], q[2], q[3], u, slashed);
    for (let spin = 0; spin < 2; spin++) {
      antiparticleSpinor(p[0], p[1], p[2], p[3], leptonMass, spin as 0 | 1, v);
      // ū(1 + γ5)v / 2
      const sr = u[0] * v[4] + u[1] * v[5] + u[2] * v[6] + u[3] * v[7];
      const si = u[0] * v[5] - u[1] * v[4] + u[2] * v[7] - u[3] * v[6];
      leftRightCurrent(slashed, v, tensor);
      leftCurrent(u, v, l);
      for (let k = 0; k < 8; k++) l[k] *= 2;
      const qlr = q[0] * l[0] - q[1] * l[2] - q[2] * l[4] - q[3] * l[6];
      const qli = q[0] * l[1] - q[1] * l[3] - q[2] * l[5] - q[3] * l[7];
      // W·l with W = p_K − q
      const wlr = MK * l[0] - qlr;
      const wli = MK * l[1] - qli;
      const current = out[spin];
      for (let k = 0; k < 4; k++) {
        const kaon = ((k === 0 ? 2 * MK : 0) - q[k]) * fromKaon - 2 * p[k] * fromLepton;
        const back = qw * q[k] - q2 * w[k];
        // bremsstrahlung − H; V₁ follows below
        current[2 * k] =
          lowered * (sr * kaon - tensor[2 * k] * fromLepton) +
          a1 * (qw * l[2 * k] - w[k] * qlr) +
          a2r * (q2 * l[2 * k] - q[k] * qlr) -
          a2i * (q2 * l[2 * k + 1] - q[k] * qli) +
          back * (a4r * wlr - a4i * wli);
        current[2 * k + 1] =
          lowered * (si * kaon - tensor[2 * k + 1] * fromLepton) +
          a1 * (qw * l[2 * k + 1] - w[k] * qli) +
          a2r * (q2 * l[2 * k + 1] - q[k] * qli) +
          a2i * (q2 * l[2 * k] - q[k] * qlr) +
          back * (a4r * wli + a4i * wlr);
      }
      // −iV₁ m_K (l × q)
      const c = v1 * MK;
      for (let k = 1; k < 4; k++) {
        const a = k === 3 ? 1 : k + 1;
        const b = k === 1 ? 3 : k - 1;
        current[2 * k] += c * (l[2 * a + 1] * q[b] - l[2 * b + 1] * q[a]);
        current[2 * k + 1] -= c * (l[2 * a] * q[b] - l[2 * b] * q[a]);
      }
      for (let k = 0; k < 8; k++) current[k] *= strength;
    }
  };
}
