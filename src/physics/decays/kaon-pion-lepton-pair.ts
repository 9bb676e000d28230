import { asin, log } from '../../math/elementary.ts';
import { particle } from '../particles/particle-table.ts';
import { pairedThreeBody } from '../phase-space/paired-three-body.ts';
import { dotAt } from '../vectors/column-kinematics.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { amplitudeModel } from './amplitude-model.ts';
import { coulombFactor } from './coulomb.ts';
import type { DecayModel, Reweighting } from './decay-model.ts';

/** Parameters of the form factor W(z) = G_F m_K² (a + b z) + W^ππ(z; α₊, β₊). */
export interface PionLeptonFormFactor {
  readonly a: number;
  readonly b: number;
  readonly alphaPlus: number;
  readonly betaPlus: number;
}

/**
 * a₊, b₊ of NA62, JHEP 11 (2022) 011, arXiv:2209.05076 (tag: published); α₊, β₊ after Bijnens, Dhonte, Persson,
 * Nucl. Phys. B 648 (2003) 317, hep-ph/0205341 (tag: recalled).
 */
export const PION_LEPTON_FORM_FACTOR: PionLeptonFormFactor = Object.freeze({
  a: -0.575,
  b: -0.722,
  alphaPlus: -20.84e-8,
  betaPlus: -2.88e-8,
});

const MK = particle('K+').mass;
const MPI = particle('pi+').mass;
const ALPHA = 1 / 137.035999;
const FERMI = 1.1663788e-5;
const R = (MPI / MK) * (MPI / MK);
/** (m_V/m_K)² of D'Ambrosio, Ecker, Isidori, Portolés. */
const VECTOR_MASS_RATIO = 2.5;
const LOCAL = FERMI * MK * MK;

/** Real part of χ(x), x = z/r_π² > 0; the series below 0.05 avoids the cancellation of 4/9 against 4/(3x). */
export function pionLoopReal(x: number): number {
  if (x < 0.05) return x * (1 / 60 + x * (1 / 840 + x * (1 / 7560 + x / 55440)));
  let g: number;
  if (x <= 4) g = Math.sqrt(4 / x - 1) * asin(Math.sqrt(x) / 2);
  else {
    const beta = Math.sqrt(1 - 4 / x);
    g = -0.5 * beta * log((1 - beta) / (1 + beta));
  }
  return 4 / 9 - 4 / (3 * x) - (1 / 3) * (1 - 4 / x) * g;
}

/** Imaginary part of χ(x): 0 up to x = 4, where two pions open. */
export function pionLoopImaginary(x: number): number {
  if (x <= 4) return 0;
  const beta = Math.sqrt(1 - 4 / x);
  return (Math.PI / 6) * beta * beta * beta;
}

/** Factor of χ in W^ππ(z). */
function loopCoefficient(z: number, { alphaPlus, betaPlus }: PionLeptonFormFactor): number {
  const z0 = 1 / 3 + R;
  return ((alphaPlus + (betaPlus * (z - z0)) / R) / R) * (1 + z / VECTOR_MASS_RATIO);
}

/** W(z) as [real, imaginary] into `out`. */
export function pionLeptonFormFactor(z: number, parameters: PionLeptonFormFactor, out: Float64Array): void {
  const coefficient = loopCoefficient(z, parameters);
  out[0] = LOCAL * (parameters.a + parameters.b * z) + coefficient * pionLoopReal(z / R);
  out[1] = coefficient * pionLoopImaginary(z / R);
}

/**
 * dΓ/dz in GeV without Coulomb factor; 0 outside 4m_ℓ²/m_K² ≤ z ≤ (1 − m_π/m_K)².
 * D'Ambrosio, Ecker, Isidori, Portolés, JHEP 08 (1998) 004, hep-ph/9808289.
 */
export function pionLeptonSpectrum(z: number, leptonMass: number, parameters: PionLeptonFormFactor): number {
  const l2 = (leptonMass / MK) * (leptonMass / MK);
  const edge = 1 - MPI / MK;
  if (!(z > 4 * l2 && z < edge * edge)) return 0;
  const lambda = (1 - z - R) * (1 - z - R) - 4 * z * R;
  const w = new Float64Array(2);
  pionLeptonFormFactor(z, parameters, w);
  const fourPi = 4 * Math.PI;
  const prefactor = (ALPHA * ALPHA * MK) / (12 * Math.PI * fourPi * fourPi * fourPi * fourPi);
  const phase = lambda * Math.sqrt(lambda) * Math.sqrt(1 - (4 * l2) / z) * (1 + (2 * l2) / z);
  return prefactor * phase * (w[0] * w[0] + w[1] * w[1]);
}

/** Squared amplitude as six monomials of (a, b), relative to the values of generation. */
function formFactorReweighting(generation: PionLeptonFormFactor, leptonMass: number): Reweighting {
  const w = new Float64Array(2);
  return {
    name: 'form-factor',
    monomials: ['1', 'a²', 'b²', 'ab', 'a', 'b'],
    monomialValues({ a, b }, out) {
      out.set([1, a * a, b * b, a * b, a, b]);
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
        aa[i] = LOCAL * LOCAL * inverse;
        bb[i] = LOCAL * LOCAL * z * z * inverse;
        ab[i] = 2 * LOCAL * LOCAL * z * inverse;
        a[i] = 2 * LOCAL * loop * inverse;
        b[i] = 2 * LOCAL * z * loop * inverse;
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
