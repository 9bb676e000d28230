import { integrateFixed } from '../../math/quadrature.ts';
import { HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { kallen } from './kinematics.ts';
import { MASS } from './masses.ts';
import { FERMI_CONSTANT } from './standard-model.ts';

const G2 = FERMI_CONSTANT * FERMI_CONSTANT;

/** Branching fraction of a charged meson H → ℓN with |U| = 1; `fV` is f_H |V| in GeV (f_π = 130 MeV convention). */
export function leptonicFraction(meson: 'D+' | 'D_s+' | 'B+' | 'K+', fV: number, lepton: number, mass: number): number {
  const { mass: m, ctau } = particle(meson);
  if (lepton + mass >= m) return 0;
  const l = (lepton / m) * (lepton / m);
  const n = (mass / m) * (mass / m);
  const helicity = l + n - (n - l) * (n - l);
  const width = ((G2 * fV * fV * m * m * m) / (8 * Math.PI)) * helicity * Math.sqrt(Math.max(0, kallen(1, l, n)));
  return (width * ctau) / HBAR_C;
}

/** A decay H → h ℓ N of a heavy meson to a pseudoscalar one, with its form factors of q² (GeV²). */
export interface SemileptonicDecay {
  readonly mother: 'D+' | 'D0' | 'D_s+' | 'B+' | 'B0' | 'K+';
  readonly recoil: number;
  /** |V|² times the square of an isospin factor (½ for π⁰). */
  readonly strength: number;
  fPlus(q2: number): number;
  fZero(q2: number): number;
}

/** dΓ/dq² (GeV⁻¹) of H → h ℓ N with |U| = 1 (arXiv:1805.08567, section 2, in the form without f₋). */
export function semileptonicRate(decay: SemileptonicDecay, lepton: number, mass: number, q2: number): number {
  const m = particle(decay.mother).mass;
  const m2 = m * m;
  const xi = q2 / m2;
  const yh = (decay.recoil / m) * (decay.recoil / m);
  const yl = (lepton / m) * (lepton / m);
  const yn = (mass / m) * (mass / m);
  const hadron = kallen(1, yh, xi);
  const lambda = Math.sqrt(Math.max(0, hadron) * Math.max(0, kallen(xi, yn, yl)));
  const g = xi * (yn + yl) - (yn - yl) * (yn - yl);
  const plus = decay.fPlus(q2);
  const zero = decay.fZero(q2);
  const xi3 = xi * xi * xi;
  const integrand =
    (plus * plus * lambda * ((lambda * lambda) / 3 + 0.5 * g * hadron) +
      0.5 * zero * zero * lambda * g * (1 - yh) * (1 - yh)) /
    xi3;
  return ((G2 * decay.strength * m2 * m2 * m) / (64 * Math.PI * Math.PI * Math.PI)) * (integrand / m2);
}

/** Branching fraction of H → h ℓ N with |U| = 1; 0 when closed. */
export function semileptonicFraction(decay: SemileptonicDecay, lepton: number, mass: number): number {
  const { mass: m, ctau } = particle(decay.mother);
  const from = (lepton + mass) * (lepton + mass);
  const to = (m - decay.recoil) * (m - decay.recoil);
  if (!(m > decay.recoil + lepton + mass)) return 0;
  const width = integrateFixed(
    (u) =>
      semileptonicRate(decay, lepton, mass, from + (to - from) * u * u * (3 - 2 * u)) * (to - from) * 6 * u * (1 - u),
    0,
    1,
    64,
  );
  return (width * ctau) / HBAR_C;
}

/** f(q²) = f(0)/(1 − q²/M²), a pole. */
export const pole = (f0: number, mass: number) => (q2: number) => f0 / (1 - q2 / (mass * mass));

/** Masses of hadrons the semileptonic decays go to, for callers that build them. */
export const recoilMass = {
  kaon: MASS.chargedKaon,
  neutralKaon: MASS.neutralKaon,
  pion: MASS.chargedPion,
  D0: MASS.neutralD,
  'D+': MASS.chargedD,
} as const;
