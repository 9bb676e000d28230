import { cos, sin } from '../../../math/elementary.ts';
import { KAON_PION_SLOPES, vectorFormFactor } from '../../form-factors/kaon-pion-current.ts';
import { particle } from '../../particles/particle-table.ts';
import { createCascade } from '../../phase-space/cascade.ts';
import { ALPHA, FERMI_CONSTANT } from '../../production/standard-model.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';
import {
  antiparticleSpinor,
  type Current,
  leftCurrent,
  neutrinoSpinor,
  newCurrent,
  newSpinor,
  slashLeft,
} from '../spinors/spinor.ts';
import { KAON_PION_STRENGTH } from './kaon-pion-lepton-neutrino.ts';

const MK = particle('K+').mass;
const MPI = particle('pi0').mass;
const ME = particle('e-').mass;

/** Re and Im of n·j into out[0], out[1]. */
function contract(t: number, x: number, y: number, z: number, j: Current, out: Float64Array): void {
  out[0] = t * j[0] - x * j[2] - y * j[4] - z * j[6];
  out[1] = t * j[1] - x * j[3] - y * j[5] - z * j[7];
}

/**
 * Σ over spins and polarisations of |T^μ|² for K⁺ → π⁰e⁺νγ at event `i` of products π⁰, e⁺, ν, γ:
 * T^μ = p_K^μ/(p_K·q) (P − q)·l + l^μ − p_e^μ/(p_e·q) P·l − ū P̸(1 − γ5) q̸γ^μ v/(2p_e·q), P = p_K + p_π.
 */
export function kl3PhotonTensor(): (products: readonly MomentumColumns[], i: number) => number {
  const u = newSpinor();
  const v = newSpinor();
  const inner = newSpinor();
  const outer = newSpinor();
  const l = newCurrent();
  const magnetic = newCurrent();
  const ofKaon = new Float64Array(2);
  const ofLepton = new Float64Array(2);
  return ([pion, positron, neutrino, photon], i) => {
    const [qt, qx, qy, qz] = [photon.energy[i], photon.px[i], photon.py[i], photon.pz[i]];
    const [et, ex, ey, ez] = [positron.energy[i], positron.px[i], positron.py[i], positron.pz[i]];
    const [pt, px, py, pz] = [MK + pion.energy[i], pion.px[i], pion.py[i], pion.pz[i]];
    const kaonDot = MK * qt;
    const leptonDot = et * qt - ex * qx - ey * qy - ez * qz;
    neutrinoSpinor(neutrino.energy[i], neutrino.px[i], neutrino.py[i], neutrino.pz[i], u);
    slashLeft(pt, px, py, pz, u, inner);
    // (q·σ) is (q·σ̄) with the space part turned round
    slashLeft(qt, -qx, -qy, -qz, inner, outer);
    let sum = 0;
    for (let spin = 0; spin < 2; spin++) {
      antiparticleSpinor(et, ex, ey, ez, ME, spin as 0 | 1, v);
      leftCurrent(u, v, l);
      leftCurrent(outer, v, magnetic);
      contract(pt - qt, px - qx, py - qy, pz - qz, l, ofKaon);
      contract(pt, px, py, pz, l, ofLepton);
      for (let k = 0; k < 4; k++) {
        const kaon = k === 0 ? MK / kaonDot : 0;
        const lepton = (k === 0 ? et : k === 1 ? ex : k === 2 ? ey : ez) / leptonDot;
        const re = kaon * ofKaon[0] + l[2 * k] - lepton * ofLepton[0] - magnetic[2 * k] / (2 * leptonDot);
        const im = kaon * ofKaon[1] + l[2 * k + 1] - lepton * ofLepton[1] - magnetic[2 * k + 1] / (2 * leptonDot);
        // 4: the currents above are half of ū γ(1 − γ5)v
        sum += (k === 0 ? -4 : 4) * (re * re + im * im);
      }
    }
    return sum;
  };
}

export interface PhotonRegion {
  /** Least photon energy in the kaon's rest frame, GeV, > 0. */
  readonly energy: number;
  /** Least angle between e⁺ and γ in the kaon's rest frame, radians. */
  readonly angle: number;
}

const DEGREE = Math.PI / 180;

/**
 * K⁺ → π⁰e⁺νγ by inner bremsstrahlung: the amplitude of O(p²), gauge invariant, times f₊((p_K − p_π)²); no
 * structure-dependent part. Products π⁰, e⁺, ν, γ within `region`. |M|² = ¼G_F²|V_us f₊|² S_EW(1+δ)² e² Σ|T|².
 * Source: J. Bijnens, G. Ecker, J. Gasser, Nucl. Phys. B 396 (1993) 81, hep-ph/9209261, section 4.
 */
export function kaonToPionElectronNeutrinoPhoton(id: string, { energy, angle }: PhotonRegion): DecayModel {
  const { vusF, shortDistance, isospin } = KAON_PION_STRENGTH.value;
  const g = FERMI_CONSTANT * vusF * (1 + isospin);
  const strength = 0.25 * g * g * shortDistance * 4 * Math.PI * ALPHA;
  const mostCos = cos(angle);
  const tensor = kl3PhotonTensor();
  // E − p cosθ of the positron is at least m_e sinθ
  const lightest = Math.sqrt(ME * ME + 2 * energy * ME * sin(angle));
  return amplitudeModel(
    {
      id,
      title: 'K+ -> pi0 e+ nu gamma, inner bremsstrahlung',
      references: ['J. Bijnens, G. Ecker, J. Gasser, Nucl. Phys. B 396 (1993) 81, hep-ph/9209261'],
      decays: ['K+ -> pi0 e+ nu gamma'],
      normalisation: 'width',
      region: `E(gamma) > ${Math.round(energy * 1e3)} MeV, angle(e, gamma) > ${Math.round(angle / DEGREE)} degrees`,
    },
    createCascade(
      [MK, MPI, ME, 0, 0],
      [
        { pair: [1, 3], sampling: 'log-mass-squared', lightest },
        { pair: [0, 2], sampling: 'mass' },
      ],
    ),
    1,
    (products, i) => {
      const [pion, positron, , photon] = products;
      const along = positron.px[i] * photon.px[i] + positron.py[i] * photon.py[i] + positron.pz[i] * photon.pz[i];
      const momentum = Math.sqrt(Math.max(0, positron.energy[i] * positron.energy[i] - ME * ME));
      if (photon.energy[i] < energy || along > mostCos * momentum * photon.energy[i]) return 0;
      const t = MK * MK + MPI * MPI - 2 * MK * pion.energy[i];
      const f = vectorFormFactor(t, KAON_PION_SLOPES.value);
      return strength * f * f * Math.max(0, tensor(products, i));
    },
  );
}

type Width = NonNullable<DecayModel['meanWeight']>;

const entry = (id: string, energy: number, degrees: number, meanWeight: Width): DecayModelEntry => ({
  id,
  decays: ['K+ -> pi0 e+ nu gamma'],
  create: () => ({ ...kaonToPionElectronNeutrinoPhoton(id, { energy, angle: degrees * DEGREE }), meanWeight }),
});

/**
 * First the widest of the three regions in which the rate is measured, then one with room for resolution. Widths in GeV
 * by integration of 8 million events (computed).
 */
export default [
  entry('kaon-pion-e-neutrino-photon', 0.01, 10, { value: 4.8344e-20, error: 4.9e-23 }),
  entry('kaon-pion-e-neutrino-photon-wide', 0.005, 5, { value: 8.52986e-20, error: 9.6e-23 }),
] as const;
