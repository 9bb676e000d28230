import { asin, log } from '../../math/elementary.ts';
import { particle } from '../particles/particle-table.ts';
import { ALPHA, FERMI_CONSTANT } from '../production/standard-model.ts';

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
const R = (MPI / MK) * (MPI / MK);
/** (m_V/m_K)² of D'Ambrosio, Ecker, Isidori, Portolés. */
const VECTOR_MASS_RATIO = 2.5;
/** G_F m_K²: what a and b multiply. */
export const LOCAL_FORM_FACTOR = FERMI_CONSTANT * MK * MK;

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

/** Real factor of χ in W^ππ(z). */
export function loopCoefficient(z: number, { alphaPlus, betaPlus }: PionLeptonFormFactor): number {
  const z0 = 1 / 3 + R;
  return ((alphaPlus + (betaPlus * (z - z0)) / R) / R) * (1 + z / VECTOR_MASS_RATIO);
}

/** W(z) as [real, imaginary] into `out`. */
export function pionLeptonFormFactor(z: number, parameters: PionLeptonFormFactor, out: Float64Array): void {
  const coefficient = loopCoefficient(z, parameters);
  out[0] = LOCAL_FORM_FACTOR * (parameters.a + parameters.b * z) + coefficient * pionLoopReal(z / R);
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
