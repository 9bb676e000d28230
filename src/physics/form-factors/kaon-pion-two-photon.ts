import { log } from '../../math/elementary.ts';
import { fact } from '../../units/index.ts';
import { particle } from '../particles/particle-table.ts';
import { ALPHA } from '../production/standard-model.ts';
import type { KaonThreePionConstants } from './kaon-three-pion-constants.ts';
import { twoPhotonLoops } from './pion-two-photon-loops.ts';

/** G₈ m_K², the strength of the octet weak Lagrangian. */
export const OCTET_STRENGTH = fact(2.202e-6, 'recalled', 'G₈ = 9.0351e-6 GeV⁻² after K → 2π at leading order');
const PION_WIDTH = fact(7.81e-9, 'published', 'Particle Data Group, π⁰ lifetime 8.43e-17 s');

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const META = particle('eta').mass;
const MRHO = particle('rho').mass;
const R = (MPI / MK) * (MPI / MK);
const R_ETA = (META / MK) * (META / MK);
const G = OCTET_STRENGTH.value;
const L = 2 * log(MPI / MRHO);
const WIDTH = (Math.sqrt(R) * PION_WIDTH.value) / MK;
/** Coefficient of ĉ in A, both orders. */
export const CHAT_COEFFICIENT = (-G * ALPHA) / (2 * Math.PI);

const loops = new Float64Array(4);
const kaonLoops = new Float64Array(4);

/** Real coefficients of T = out[0] + out[1]·F + out[2]·R, the part of A at O(p⁶) with 4ζ₁ + ξ₁. */
function unitarityPart(z: number, y: number, out: Float64Array): void {
  const w = 1 - R + z;
  const h = 1 + (2 * R) / z;
  const y2 = (y * y) / z;
  const w2 = (w * w) / (4 * z);
  out[0] = (-(1 + 6 * R) * L) / 12 + R / 2 + y2 / 12 - w2 / 12;
  out[0] += w * (1 / 24 + z / (72 * R)) - z / 36 + R / 24 - (z * z) / (72 * R);
  out[1] = -(9 * R - 5 - 3 * (1 + 3 * R) * (R - z)) / (36 * z) + 0.5 * h * (y2 - w2);
  out[1] += 0.25 * w * h - 0.5 * R * (1 - R / z);
  out[2] = 3 * y2 - w2 + (w * h * z) / (12 * R) - (z * (z / R + 1 - (2 * R) / z)) / 12;
}
const unitarity = new Float64Array(3);

/**
 * Amplitudes of K⁺ → π⁺γγ at z = m²_γγ/m_K² (0 < z < (1 − m_π/m_K)²) and y = (E_γ1 − E_γ2)/m_K, without the ĉ term
 * of A: out = Re A, Im A, Re B, Im B, |C|². `constants` gives O(p⁶); undefined gives O(p⁴), where B = 0. Weak
 * polynomial terms η_i are 0.
 * Sources: G. Ecker, A. Pich, E. de Rafael, Nucl. Phys. B 303 (1988) 665 (p⁴, pole term C);
 * G. D'Ambrosio, J. Portoles, Phys. Lett. B 386 (1996) 403, hep-ph/9606213 (p⁶).
 */
export function twoPhotonAmplitudes(
  z: number,
  y: number,
  constants: KaonThreePionConstants | undefined,
  out: Float64Array,
): void {
  twoPhotonLoops(z / R, loops);
  twoPhotonLoops(z, kaonLoops);
  const factor = ALPHA / (2 * Math.PI);
  const kaon = (G * (z + R - 1) * kaonLoops[0]) / z;
  if (constants === undefined) {
    const pion = (G * (z + 1 - R)) / z;
    out[0] = factor * (pion * loops[0] + kaon);
    out[1] = factor * pion * loops[1];
    out[2] = 0;
    out[3] = 0;
  } else {
    const { alpha1, alpha3, beta1, beta3, gamma3, zeta1, xi1 } = constants;
    const d = R - z;
    const first = 8 / (3 * R * R);
    const minus = first * (2 * zeta1 - xi1);
    const plus = first * (4 * zeta1 + xi1);
    unitarityPart(z, y, unitarity);
    const born = 2 * (2 * alpha1 - alpha3) + (1 + 1 / (3 * R) - z / R) * (beta1 - beta3 / 2 + Math.sqrt(3) * gamma3);
    const ofF = born / z - (minus * (1 + 6 * d + 9 * d * d)) / (18 * z) - plus * unitarity[1];
    const ofR = -plus * unitarity[2];
    out[0] = factor * (ofF * loops[0] + ofR * loops[2] - minus * R * (L - 1) - plus * unitarity[0] + kaon);
    out[1] = factor * (ofF * loops[1] + ofR * loops[3]);
    const b = ((ALPHA / Math.PI) * (4 * zeta1 + xi1)) / (3 * R * R);
    const bF = (-2 * R) / z;
    const bR = (z / R - 10) / 3;
    out[2] = b * (z / (18 * R) - (1 + 2 * L) / 6 + bF * loops[0] + bR * loops[2]);
    out[3] = b * (bF * loops[1] + bR * loops[3]);
  }
  const gap = z - R;
  const norm = gap / (gap * gap + WIDTH * WIDTH);
  const eta = (z - (2 + R) / 3) / (z - R_ETA);
  const re = norm * gap - eta;
  const im = -norm * WIDTH;
  out[4] = (G * ALPHA * G * ALPHA * (re * re + im * im)) / (Math.PI * Math.PI);
}
