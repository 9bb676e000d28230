import {
  LOCAL_FORM_FACTOR,
  loopCoefficient,
  PION_LEPTON_FORM_FACTOR,
  type PionLeptonFormFactor,
  pionLeptonFormFactor,
  pionLoopImaginary,
  pionLoopReal,
} from '../../form-factors/pion-lepton.ts';
import { particle } from '../../particles/particle-table.ts';
import { pairedThreeBody } from '../../phase-space/paired-three-body.ts';
import { ALPHA } from '../../production/standard-model.ts';
import { dotAt } from '../../vectors/column-kinematics.ts';
import type { MomentumColumns } from '../../vectors/momentum-columns.ts';
import { amplitudeModel } from '../amplitude-model.ts';
import { coulombFactor } from '../coulomb.ts';
import type { DecayModel, DecayModelEntry, Reweighting } from '../decay-model.ts';

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const R = (MPI / MK) * (MPI / MK);

/** Squared amplitude as six monomials of (a, b), relative to the values of generation. */
function formFactorReweighting(generation: PionLeptonFormFactor, leptonMass: number): Reweighting {
  const w = new Float64Array(2);
  return {
    name: 'form-factor',
    monomials: ['1', 'a²', 'b²', 'ab', 'a', 'b'],
    generation: { a: generation.a, b: generation.b },
    monomialValues({ a, b }, out) {
      out[0] = 1;
      out[1] = a * a;
      out[2] = b * b;
      out[3] = a * b;
      out[4] = a;
      out[5] = b;
    },
    evaluate(products, count, columns) {
      const [one, aa, bb, ab, a, b] = columns;
      for (let i = 0; i < count; i++) {
        const z = (2 * leptonMass * leptonMass + 2 * dotAt(products[1], products[2], i)) / (MK * MK);
        pionLeptonFormFactor(z, generation, w);
        const inverse = 1 / (w[0] * w[0] + w[1] * w[1]);
        const coefficient = loopCoefficient(z, generation);
        const loop = coefficient * pionLoopReal(z / R);
        const imaginary = coefficient * pionLoopImaginary(z / R);
        one[i] = (loop * loop + imaginary * imaginary) * inverse;
        aa[i] = LOCAL_FORM_FACTOR * LOCAL_FORM_FACTOR * inverse;
        bb[i] = LOCAL_FORM_FACTOR * LOCAL_FORM_FACTOR * z * z * inverse;
        ab[i] = 2 * LOCAL_FORM_FACTOR * LOCAL_FORM_FACTOR * z * inverse;
        a[i] = 2 * LOCAL_FORM_FACTOR * loop * inverse;
        b[i] = 2 * LOCAL_FORM_FACTOR * z * loop * inverse;
      }
    },
  };
}

/**
 * K⁺ → π⁺ℓ⁺ℓ⁻ with form factor W(z) and, unless `coulomb` is false, the Coulomb factor of the three pairs. Products:
 * π⁺, ℓ⁺, ℓ⁻. Mean weight: the partial width in GeV. Reweighting 'form-factor' in (a, b).
 * Squared amplitude: |M|²/(2m_K) = α²/(16π²m_K) · |W|² · [(2X + z − 2r − 2r_ℓ)(2 + 2r_ℓ − 2X − z) + z(z − 2 − 2r)],
 * X = m²(πℓ)/m_K², which is λ(1,z,r)·(1 − β²cos²θ).
 */
export function kaonToPionLeptonPair(
  lepton: 'e' | 'mu',
  parameters: PionLeptonFormFactor = PION_LEPTON_FORM_FACTOR,
  { coulomb = true }: { coulomb?: boolean } = {},
): DecayModel {
  const m = particle(`${lepton}-`).mass;
  const l2 = (m / MK) * (m / MK);
  const masses = [MPI, m, m];
  const charges = [1, 1, -1];
  const strength = (ALPHA * ALPHA) / (8 * Math.PI * Math.PI);
  const w = new Float64Array(2);
  const squared = (products: readonly MomentumColumns[], i: number): number => {
    const z = 2 * l2 + (2 * dotAt(products[1], products[2], i)) / (MK * MK);
    const x = R + l2 + (2 * dotAt(products[0], products[1], i)) / (MK * MK);
    pionLeptonFormFactor(z, parameters, w);
    const tensor = (2 * x + z - 2 * R - 2 * l2) * (2 + 2 * l2 - 2 * x - z) + z * (z - 2 - 2 * R);
    const value = strength * (w[0] * w[0] + w[1] * w[1]) * Math.max(0, tensor);
    return coulomb ? value * coulombFactor(products, masses, charges, i) : value;
  };
  return amplitudeModel(
    {
      id: `kaon-pion-${lepton}-pair`,
      title: `K+ -> pi+ ${lepton}+ ${lepton}- with form factor W(z)`,
      references: [
        "G. D'Ambrosio, G. Ecker, G. Isidori, J. Portoles, JHEP 08 (1998) 004, hep-ph/9808289",
        'NA62, JHEP 11 (2022) 011, arXiv:2209.05076',
        'G. Isidori, Eur. Phys. J. C 53 (2008) 567, arXiv:0709.2439',
      ],
      decays: [`K+ -> pi+ ${lepton}+ ${lepton}-`],
      normalisation: 'width',
      reweightings: [formFactorReweighting(parameters, m)],
    },
    pairedThreeBody([MK, MPI, m, m], [1, 2]),
    1,
    squared,
  );
}

const entry = (lepton: 'e' | 'mu'): DecayModelEntry => ({
  id: `kaon-pion-${lepton}-pair`,
  decays: [`K+ -> pi+ ${lepton}+ ${lepton}-`],
  create: () => kaonToPionLeptonPair(lepton),
});

export default [entry('e'), entry('mu')] as const;
