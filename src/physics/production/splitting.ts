import { log1p } from '../../math/elementary.ts';
import { MASS } from './masses.ts';
import { ALPHA } from './standard-model.ts';

const M2 = MASS.proton * MASS.proton;

/** H(z, p_T²) = p_T² + (1 − z) m² + z² m_p², minus the virtuality of the intermediate proton times z (GeV²). */
export function splittingVirtuality(mass: number, z: number, pt2: number): number {
  return pt2 + (1 - z) * mass * mass + z * z * M2;
}

/**
 * Blümlein–Brunner probability d²w/(dz dp_T²) (GeV⁻²) that a proton emits a vector of that mass with ε = 1, z = p_L/P:
 * (α/2πH){[1+(1−z)²]/z − 2z(1−z)[(2m_p²+m²)/H − 2z²m_p⁴/H²] + 2z(1−z)[1+(1−z)²]m_p²m²/H² + 2z(1−z)²m⁴/H²}.
 * Phys. Lett. B 731 (2014) 320, arXiv:1311.3870. The factor in the third term is 1 + (1 − z)²; the form z + (1 − z)²
 * that is also in circulation contradicts the Weizsäcker–Williams amplitude (3 to 4 % in the yield).
 */
export function bluemleinBrunner(mass: number, z: number, pt2: number): number {
  return emitted(mass, z, pt2, M2);
}

/**
 * The same with the mass of the vector in the place of the proton's, as a public program has it in a version of 2025
 * (ALPINIST 1.4; found in its code): to see what that does to a contour, nothing else.
 */
export function swappedMass(mass: number, z: number, pt2: number): number {
  return emitted(mass, z, pt2, mass * mass);
}

/** Emission by a particle of squared mass `p2`. */
function emitted(mass: number, z: number, pt2: number, p2: number): number {
  const m2 = mass * mass;
  const h = pt2 + (1 - z) * m2 + z * z * p2;
  const y = 1 - z;
  const twice = 1 + y * y;
  const bracket =
    twice / z -
    2 * z * y * ((2 * p2 + m2) / h - (2 * z * z * p2 * p2) / (h * h)) +
    (2 * z * y * (twice * p2 * m2 + y * m2 * m2)) / (h * h);
  return (ALPHA / (2 * Math.PI * h)) * bracket;
}

/** The same, integrated over p_T² from 0 to Q = ptMax² in closed form; dimensionless. */
export function bluemleinBrunnerIntegrated(mass: number, z: number, ptMax: number): number {
  const m2 = mass * mass;
  const y = 1 - z;
  const a = y * m2 + z * z * M2;
  const q = ptMax * ptMax;
  const twice = 1 + y * y;
  const b = a * (q + a);
  return (
    (ALPHA / (2 * Math.PI)) *
    ((twice / z) * log1p(q / a) -
      (2 * z * y * (2 * M2 + m2) * q) / b +
      (z * y * (2 * z * z * M2 * M2 + twice * M2 * m2 + y * m2 * m2) * q * (q + 2 * a)) / (b * b))
  );
}

/** Off-shell factor Λ⁴/(Λ⁴ + (H/z)²) of the intermediate proton (arXiv:2108.05900); Λ in GeV. */
export function offShellFactor(virtuality: number, z: number, cutOff: number): number {
  const r = virtuality / (z * cutOff * cutOff);
  return 1 / (1 + r * r);
}

/**
 * Quasi-real emission of a vector d²w/(dz dp_T²) (GeV⁻²), ε = 1, Dirac form factor 1 and Pauli form factor 0, times the
 * squared off-shell factor: (α/2πH) F_v² {[1+(1−z)²]/z − z(1−z)(2m_p²+m²)/H} (arXiv:2108.05900, arXiv:2409.09123; code:
 * SensCalc). The Pauli terms need a time-like F₂ that is not part of this project.
 */
export function quasiRealVector(mass: number, z: number, pt2: number, cutOff: number): number {
  const h = splittingVirtuality(mass, z, pt2);
  const f = offShellFactor(h, z, cutOff);
  const y = 1 - z;
  return (ALPHA / (2 * Math.PI * h)) * f * f * ((1 + y * y) / z - (z * y * (2 * M2 + mass * mass)) / h);
}

/**
 * Quasi-real emission of a vector summed over helicities, as a splitting function of a non-conserved current:
 * (α/2π) F_v² (z/H)[1 − (1−z)(2m_p²+m²)/H + H/(2z²m²)] (GeV⁻²) (code: SensCalc, after arXiv:2108.05900; unverified
 * against the paper). Its last term grows as 1/m², so it is used above 0.2 GeV only.
 */
export function helicitySumVector(mass: number, z: number, pt2: number, cutOff: number): number {
  const m2 = mass * mass;
  const h = splittingVirtuality(mass, z, pt2);
  const f = offShellFactor(h, z, cutOff);
  return (ALPHA / (2 * Math.PI)) * f * f * (z / h) * (1 - ((1 - z) * (2 * M2 + m2)) / h + h / (2 * z * z * m2));
}

/**
 * Quasi-real emission of a scalar d²w/(dz dp_T²) (GeV⁻²) with unit coupling to nucleons, times the squared off-shell
 * factor: (1/8π²) F_v² z [m_p²(2−z)² + p_T²]/H² (arXiv:2108.05900).
 */
export function quasiRealScalar(mass: number, z: number, pt2: number, cutOff: number): number {
  const h = splittingVirtuality(mass, z, pt2);
  const f = offShellFactor(h, z, cutOff);
  const amplitude = M2 * (2 - z) * (2 - z) + pt2;
  return (f * f * z * amplitude) / (8 * Math.PI * Math.PI * h * h);
}
