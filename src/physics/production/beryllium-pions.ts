import { exp, log, pow } from '../../math/elementary.ts';
import { type Fact, fact } from '../../units/index.ts';
import { MASS } from './masses.ts';

const BMPT =
  'Bonesini, Marchionni, Pietropaolo, Tabarelli de Fatis, hep-ex/0101163: pions of 400 and 450 GeV protons on Be';

/** E d³σ/dp³ = A (1 − x)^α (1 + B x) x^−β (1 + a′p_T + b′p_T²) exp(−a′p_T), a′ = a x^−γ, b′ = a² x^−δ/2, x = x_R; mb GeV⁻². */
export const berylliumPionFit = fact(
  { size: 62.3, slope: 1.57, alpha: 3.45, beta: 0.517, a: 6.1, gamma: 0.153, delta: 0.478 },
  'code',
  BMPT,
  'π⁺; per nucleus',
);
/** π⁺/π⁻ = r₀ (1 + x_R)^r₁. */
export const pionChargeRatio = fact([1.05, 2.65] as const, 'code', BMPT);
/** Absorption cross-section of protons on beryllium, mb. */
export const BERYLLIUM_ABSORPTION: Fact = fact(199, 'recalled', 'protons of 60 to 300 GeV on beryllium');
export const BERYLLIUM_MASS_NUMBER: Fact = fact(9.012, 'published', 'Particle Data Group');
/** Beam momenta (GeV) for which the scaling in x_R is used. */
export const PION_SCALING_BEAMS = { min: 60, max: 450 } as const;

/**
 * Half of π⁺ and π⁻ per proton absorbed in beryllium, E d³n/d³p in GeV⁻², which is what isospin makes of π⁰: a function
 * of (E, p_z, p_T) in the laboratory for a beam of momentum P (GeV), by scaling in x_R = E*-over-its-largest-value.
 * 0 for x_R ≥ 1.
 */
export function neutralPionsOnBeryllium(beamMomentum: number): (energy: number, pz: number, pt: number) => number {
  const m = MASS.proton;
  const beamEnergy = Math.sqrt(beamMomentum * beamMomentum + m * m);
  const root = Math.sqrt(2 * m * (m + beamEnergy));
  const gamma = (beamEnergy + m) / root;
  const gammaBeta = beamMomentum / root;
  const pion = MASS.neutralPion;
  const largest = (root * root + pion * pion - 4 * m * m) / (2 * root);
  const { size, slope, alpha, beta, a, gamma: g, delta } = berylliumPionFit.value;
  const [r0, r1] = pionChargeRatio.value;
  return (energy, pz, pt) => {
    const x = (gamma * energy - gammaBeta * pz) / largest;
    if (!(x > 0 && x < 1)) return 0;
    const lnX = log(x);
    const falling = a * exp(-g * lnX);
    const square = 0.5 * a * a * exp(-delta * lnX);
    const positive =
      size *
      pow(1 - x, alpha) *
      (1 + slope * x) *
      exp(-beta * lnX - falling * pt) *
      (1 + falling * pt + square * pt * pt);
    return (0.5 * positive * (1 + 1 / (r0 * pow(1 + x, r1)))) / BERYLLIUM_ABSORPTION.value;
  };
}
