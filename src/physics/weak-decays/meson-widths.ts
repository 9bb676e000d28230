import { FERMI_CONSTANT } from '../production/standard-model.ts';
import { twoBodyRoot } from './weak-phase-space.ts';

const G2 = FERMI_CONSTANT * FERMI_CONSTANT;

/** Width (GeV, U = 1) of N → ℓ⁻ P⁺ with f V of the meson. */
export function toChargedPseudoscalar(mass: number, lepton: number, meson: number, fV: number): number {
  const xl = (lepton / mass) * (lepton / mass);
  const xh = (meson / mass) * (meson / mass);
  const bracket = (1 - xl) * (1 - xl) - xh * (1 + xl);
  return (
    ((G2 * fV * fV * mass * mass * mass) / (16 * Math.PI)) *
    Math.max(0, bracket) *
    twoBodyRoot(meson / mass, lepton / mass)
  );
}

/** Width (GeV, U = 1) of N → ν P⁰. */
export function toNeutralPseudoscalar(mass: number, meson: number, f: number): number {
  if (meson >= mass) return 0;
  const y = 1 - (meson / mass) * (meson / mass);
  return ((G2 * f * f * mass * mass * mass) / (32 * Math.PI)) * y * y;
}

/** Width (GeV, U = 1) of N → ℓ⁻ V⁺ with g = f m_V V. */
export function toChargedVector(mass: number, lepton: number, meson: number, gV: number): number {
  const xl = (lepton / mass) * (lepton / mass);
  const xh = (meson / mass) * (meson / mass);
  const bracket = (1 - xl) * (1 - xl) + xh * (1 + xl) - 2 * xh * xh;
  const over = gV / meson;
  return (
    ((G2 * over * over * mass * mass * mass) / (16 * Math.PI)) *
    Math.max(0, bracket) *
    twoBodyRoot(meson / mass, lepton / mass)
  );
}

/** Width (GeV, U = 1) of N → ν V⁰ with κ g. */
export function toNeutralVector(mass: number, meson: number, kappaG: number): number {
  if (meson >= mass) return 0;
  const x = (meson / mass) * (meson / mass);
  const over = kappaG / meson;
  return ((G2 * over * over * mass * mass * mass) / (32 * Math.PI)) * (1 + 2 * x) * (1 - x) * (1 - x);
}
