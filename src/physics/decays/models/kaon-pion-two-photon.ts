import { CHAT_COEFFICIENT, twoPhotonAmplitudes } from '../../form-factors/kaon-pion-two-photon.ts';
import {
  KAON_THREE_PION_CONSTANTS,
  type KaonThreePionConstants,
  type KaonThreePionSet,
} from '../../form-factors/kaon-three-pion-constants.ts';
import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry, Reweighting } from '../decay-model.ts';

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const R = (MPI / MK) * (MPI / MK);

/** ĉ of NA62, Phys. Lett. B 850 (2024) 138513, arXiv:2311.01837: O(p⁶) published, O(p⁴) recalled. */
export const CHAT = Object.freeze({ p6: 1.144, p4: 1.713 });

const amplitudes = new Float64Array(5);
/** Coefficients of 1, ĉ, ĉ² in z²(|A + B|² + |C|²) + (y² − λ/4)²|B|². */
const quadratic = new Float64Array(3);

function fillQuadratic(z: number, y: number, constants: KaonThreePionConstants | undefined): void {
  twoPhotonAmplitudes(z, y, constants, amplitudes);
  const [aRe, aIm, bRe, bIm, cc] = amplitudes;
  const re = aRe + bRe;
  const im = aIm + bIm;
  const lambda = (1 - z - R) * (1 - z - R) - 4 * z * R;
  const wide = y * y - lambda / 4;
  quadratic[0] = z * z * (re * re + im * im + cc) + wide * wide * (bRe * bRe + bIm * bIm);
  quadratic[1] = 2 * z * z * re * CHAT_COEFFICIENT;
  quadratic[2] = z * z * CHAT_COEFFICIENT * CHAT_COEFFICIENT;
}

/**
 * d²Γ/dy dz in GeV over 0 ≤ y ≤ ½√λ(1, z, r) (photons ordered): m_K/(2⁹π³)·[z²(|A+B|² + |C|²) + (y² − λ/4)²|B|²].
 * `set` names the K → 3π constants of O(p⁶); 'p4' is the leading order.
 */
export function twoPhotonSpectrum(y: number, z: number, chat: number, set: KaonThreePionSet | 'p4'): number {
  fillQuadratic(z, y, set === 'p4' ? undefined : KAON_THREE_PION_CONSTANTS[set].value);
  const value = quadratic[0] + chat * (quadratic[1] + chat * quadratic[2]);
  return (MK * value) / (512 * Math.PI * Math.PI * Math.PI);
}

const zOf = (products: readonly MomentumColumns[], i: number) => (2 * dotAt(products[1], products[2], i)) / (MK * MK);
/** y² from invariants, so that any frame will do: 2P·(q1 − q2) with P = p_π + q1 + q2. */
const yOf = (products: readonly MomentumColumns[], i: number) =>
  (dotAt(products[0], products[1], i) - dotAt(products[0], products[2], i)) / (MK * MK);

function chatReweighting(constants: KaonThreePionConstants | undefined, chat: number): Reweighting {
  return {
    name: 'chat',
    monomials: ['1', 'ĉ', 'ĉ²'],
    generation: { chat },
    monomialValues({ chat: value }, out) {
      out[0] = 1;
      out[1] = value;
      out[2] = value * value;
    },
    evaluate(products, count, columns) {
      for (let i = 0; i < count; i++) {
        fillQuadratic(zOf(products, i), yOf(products, i), constants);
        const inverse = 1 / (quadratic[0] + chat * (quadratic[1] + chat * quadratic[2]));
        for (let k = 0; k < 3; k++) columns[k][i] = quadratic[k] * inverse;
      }
    },
  };
}

/** K⁺ → π⁺γγ at O(p⁶) with a named set of K → 3π constants, or at O(p⁴). Reweighting 'chat' in ĉ. */
export function kaonToPionTwoPhoton(set: KaonThreePionSet | 'p4', chat: number): DecayModel {
  const constants = set === 'p4' ? undefined : KAON_THREE_PION_CONSTANTS[set].value;
  const source = set === 'p4' ? [] : [KAON_THREE_PION_CONSTANTS[set].source];
  return amplitudeModel(
    {
      id: idOf(set),
      title: `K+ -> pi+ gamma gamma, ${set === 'p4' ? 'O(p4)' : `O(p6) with the constants of ${set}`}, c-hat ${chat}`,
      references: [
        'G. Ecker, A. Pich, E. de Rafael, Nucl. Phys. B 303 (1988) 665',
        "G. D'Ambrosio, J. Portoles, Phys. Lett. B 386 (1996) 403, hep-ph/9606213",
        'NA62, Phys. Lett. B 850 (2024) 138513, arXiv:2311.01837',
        ...source,
      ],
      decays: ['K+ -> pi+ gamma gamma'],
      normalisation: 'width',
      reweightings: [chatReweighting(constants, chat)],
    },
    pairedThreeBody([MK, MPI, 0, 0], [1, 2], 'heavy'),
    2,
    (products, i) => {
      const z = zOf(products, i);
      // massless photons: z may round to zero at the very edge, where |M|² vanishes
      if (!(z > 1e-12)) return 0;
      fillQuadratic(z, yOf(products, i), constants);
      return 0.5 * (quadratic[0] + chat * (quadratic[1] + chat * quadratic[2]));
    },
  );
}

const DEFAULT_SET = 'dambrosio-knecht-neshatpour';
const idOf = (set: KaonThreePionSet | 'p4') =>
  set === DEFAULT_SET ? 'kaon-pion-two-photon' : `kaon-pion-two-photon-${set}`;

const entry = (set: KaonThreePionSet | 'p4', chat: number): DecayModelEntry => ({
  id: idOf(set),
  decays: ['K+ -> pi+ gamma gamma'],
  create: () => kaonToPionTwoPhoton(set, chat),
});

export default [
  entry(DEFAULT_SET, CHAT.p6),
  entry('bijnens-dhonte-persson', CHAT.p6),
  entry('na62-2019', CHAT.p6),
  entry('p4', CHAT.p4),
] as const;
