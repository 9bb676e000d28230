import {
  KAON_PION_SLOPES,
  type KaonPionSlopes,
  NEUTRAL_CURRENT_SLOPE_FACTOR,
  vectorFormFactor,
} from '../../form-factors/kaon-pion-current.ts';
import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import type { DecayModel, DecayModelEntry } from '../decay-model.ts';

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;

/** Slopes of K⁺ → π⁺νν̄: those of Ke3 times the isospin factor. */
export function neutralCurrentSlopes(): KaonPionSlopes {
  const { linear, quadratic, scalar } = KAON_PION_SLOPES.value;
  const factor = NEUTRAL_CURRENT_SLOPE_FACTOR.value;
  return { linear: factor * linear, quadratic: factor * quadratic, scalar };
}

/**
 * K⁺ → π⁺νν̄ by the Standard Model's vector current: |M|² ∝ |f₊(q²)|² [2(P·k₁)(P·k₂) − P²(k₁·k₂)], P = p_K + p_π,
 * which is dΓ/dq² ∝ λ^(3/2)|f₊|². Products π⁺, ν, ν̄.
 */
export function kaonToPionNeutrinoPair(slopes: KaonPionSlopes = neutralCurrentSlopes()): DecayModel {
  return amplitudeModel(
    {
      id: 'kaon-pion-neutrino-pair',
      title: 'K+ -> pi+ nu nubar by the vector current',
      references: ['F. Mescia, C. Smith, Phys. Rev. D 76 (2007) 034017, arXiv:0705.2025'],
      decays: ['K+ -> pi+ nu nu'],
      normalisation: 'proportional',
    },
    pairedThreeBody([MK, MPI, 0, 0], [1, 2]),
    1,
    (products, i) => {
      const [pion, first, second] = products;
      const pair = dotAt(first, second, i);
      const one = MK * first.energy[i] + dotAt(pion, first, i);
      const two = MK * second.energy[i] + dotAt(pion, second, i);
      const square = MK * MK + MPI * MPI + 2 * MK * pion.energy[i];
      const f = vectorFormFactor(2 * pair, slopes);
      return f * f * Math.max(0, 2 * one * two - square * pair);
    },
  );
}

export default [
  {
    id: 'kaon-pion-neutrino-pair',
    decays: ['K+ -> pi+ nu nu'],
    create: () => kaonToPionNeutrinoPair(),
  },
] as const satisfies readonly DecayModelEntry[];
