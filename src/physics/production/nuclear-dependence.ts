import { exp, log } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import { type Fact, fact } from '../../units/index.ts';
import { MASS } from './masses.ts';

const BMPT = 'Bonesini, Marchionni, Pietropaolo, Tabarelli de Fatis, hep-ex/0101163';

/** Exponents of mass number: α = (c₀ + c₁ x_F + c₂ x_F²)(d₀ + d₂ p_T²) for production, p_T in GeV. */
export const nuclearExponent = {
  feynman: fact([0.74, -0.55, 0.26] as const, 'code', BMPT),
  transverse: fact(
    [0.98, 0.21] as const,
    'unverified',
    BMPT,
    'constant and coefficient of p_T²; the square unverified',
  ),
} as const;
/** σ_abs ∝ A^α_abs. */
export const ABSORPTION_EXPONENT: Fact = fact(0.715, 'recalled', 'absorption of 60 to 300 GeV protons: 0.71 to 0.72');

/** Feynman's x = p*_L / (√s/2) of a particle in collisions of protons of momentum P (GeV) with protons at rest. */
export function feynmanX(beamMomentum: number, energy: number, longitudinal: number): number {
  const m = MASS.proton;
  const beamEnergy = Math.sqrt(beamMomentum * beamMomentum + m * m);
  const s = 2 * m * (m + beamEnergy);
  // γ* = (E + m)/√s, γ*β* = P/√s.
  return (2 * ((beamEnergy + m) * longitudinal - beamMomentum * energy)) / s;
}

/** α(x_F, p_T): production of light hadrons on nuclei goes as A^α. x_F is cut to 0…1, where the law was fitted. */
export function productionExponent(xF: number, transverse: number): number {
  const [c0, c1, c2] = nuclearExponent.feynman.value;
  const [d0, d2] = nuclearExponent.transverse.value;
  const x = Math.min(1, Math.max(0, xF));
  return (c0 + x * (c1 + x * c2)) * (d0 + d2 * transverse * transverse);
}

/**
 * Hadrons per absorbed proton on a nucleus of mass number `to` over those on `from`, at x_F and p_T (GeV):
 * (to/from)^(α − α_abs). InvalidInput for mass numbers below 1.
 */
export function nuclearFactor(xF: number, transverse: number, from: number, to: number): number {
  if (!(from >= 1 && to >= 1))
    throw new InvalidInput('nuclearFactor', `mass numbers ${from} and ${to} found, allowed is 1 or more`);
  return exp((productionExponent(xF, transverse) - ABSORPTION_EXPONENT.value) * log(to / from));
}
