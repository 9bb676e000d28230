import { ELEMENTARY_MASS, MASS } from '../../production/masses.ts';

/** F_π = 92 MeV. */
export const PION_DECAY_CONSTANT = 0.0921;
const { up, down } = ELEMENTARY_MASS;
/** (m_d − m_u)/(m_d + m_u). */
export const ISOSPIN_BREAKING = (down - up) / (down + up);
const square = (x: number) => x * x;
const PI2 = square(MASS.neutralPion);

/** Neutral mesons that the particle mixes with. */
export type PoleMeson = 'pi0' | 'eta' | 'etaprime';

/**
 * Strength of the pole of each meson, s/(m² − m_P²), where the gluon term is left to couple to the singlet alone: what is
 * on the pole of `mesonComponents`, without the contact term that the rotation of quarks adds. Amplitudes of the chiral
 * Lagrangian are summed with these, 2F_π c_GG/f before all.
 */
export function polesOfSinglet(mass: number): Record<PoleMeson, number> {
  const m2 = mass * mass;
  const [eta2, etaprime2] = [square(MASS.eta), square(MASS.etaPrime)];
  return {
    pi0: (0.5 * ISOSPIN_BREAKING * PI2) / (m2 - PI2),
    eta: (eta2 - 0.5 * PI2) / (Math.sqrt(6) * (m2 - eta2)),
    etaprime: (etaprime2 - 2 * PI2) / (2 * Math.sqrt(3) * (m2 - etaprime2)),
  };
}

/**
 * Components h of an axion-like particle with c_GG along π⁰, η and η′ (sin θ = −1/3), from kinetic and mass mixing after
 * the rotation of quarks that removes the gluon term, κ ∝ 1/m_q: the particle is 2F_π(c_GG/f) h of each. Poles at the
 * masses of the mesons.
 */
export function mesonComponents(mass: number): Record<PoleMeson, number> {
  const m2 = mass * mass;
  return {
    pi0: (0.5 * ISOSPIN_BREAKING * m2) / (m2 - PI2),
    eta: (m2 - 0.5 * PI2) / (Math.sqrt(6) * (m2 - square(MASS.eta))),
    etaprime: (m2 - 2 * PI2) / (2 * Math.sqrt(3) * (m2 - square(MASS.etaPrime))),
  };
}

/** Quark content (u, d, s) that does not depend on the rotation: Σ h_P T_P − κ, with T_π = (1, −1, 0) and T_η, T_η′ alike. */
export function quarkContent(mass: number): readonly [number, number, number] {
  const { pi0, eta, etaprime } = mesonComponents(mass);
  const e = Math.sqrt(2 / 3) * eta;
  const p = etaprime / Math.sqrt(3);
  const u = down / (up + down);
  return [pi0 + e + p - u, -pi0 + e + p - (1 - u), -e + 2 * p];
}

/**
 * Effective c_γγ of a gluon coupling: −c_GG [1.92 + δ m²/(m_π² − m²)] of arXiv:1708.00443, in which η and η′ are at zero
 * mass, and what their poles add to that.
 */
export function photonsFromGluons(mass: number, gluon: number): number {
  const at = mesonComponents(mass);
  const zero = mesonComponents(0);
  // 6 Tr(T_P Q²) of η and η′.
  const eta = (8 / 3) * Math.sqrt(2 / 3) * (at.eta - zero.eta);
  const etaprime = (14 / 3 / Math.sqrt(3)) * (at.etaprime - zero.etaprime);
  return photonsFromGluonsWithoutEta(mass, gluon) + gluon * (eta + etaprime);
}

/** The same with π⁰ alone: below 0.2 GeV, where η and η′ are far. */
export function photonsFromGluonsWithoutEta(mass: number, gluon: number): number {
  const m2 = mass * mass;
  return -gluon * (1.92 + (m2 / (PI2 - m2)) * ISOSPIN_BREAKING);
}
