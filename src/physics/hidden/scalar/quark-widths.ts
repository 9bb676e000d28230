import { asin, log, pow } from '../../../math/elementary.ts';
import { pairVelocity } from '../../production/kinematics.ts';
import { ELEMENTARY_MASS, MASS } from '../../production/masses.ts';
import { HIGGS_VEV } from '../../production/standard-model.ts';

const V2 = HIGGS_VEV * HIGGS_VEV;
/** α_s at m_τ (recalled: Particle Data Group 2022). */
const ALPHA_S_TAU = 0.325;

/** One-loop α_s at a scale (GeV, above 1) from 0.325 at m_τ: three flavours below, four above. */
function strongCoupling(scale: number): number {
  const b0 = (33 - 2 * (scale < MASS.tau ? 3 : 4)) / (12 * Math.PI);
  return ALPHA_S_TAU / (1 + 2 * ALPHA_S_TAU * b0 * log(scale / MASS.tau));
}

/** Γ(S → q q̄) with a running mass, threshold at pairs of that meson, and 1 + 5.67a + (35.94 − 1.36 n_f)a² + …, a = α_s/π. */
function quarks(mass: number, quark: number, from: number, meson: number, flavours: number, scale: number): number {
  const beta = pairVelocity(mass, meson);
  if (beta === 0) return 0;
  const a = strongCoupling(scale) / Math.PI;
  const running = quark * pow(strongCoupling(scale) / strongCoupling(from), 12 / (33 - 2 * flavours));
  const series =
    1 +
    5.67 * a +
    (35.94 - 1.36 * flavours) * a * a +
    (164.14 - 25.77 * flavours + 0.259 * flavours * flavours) * a * a * a;
  return (3 * running * running * mass * beta * beta * beta * series) / (8 * Math.PI * V2);
}

/** Adds ¾ A(τ) = (3/2)[τ + (τ − 1) f(τ)]/τ², τ = m²/4m_q², to a complex sum; 1 for a heavy quark. */
function addLoop(mass: number, quark: number, sum: Float64Array): void {
  const tau = (mass * mass) / (4 * quark * quark);
  if (tau < 1) {
    const angle = asin(Math.sqrt(tau));
    const f = angle * angle;
    if (tau < 1e-3) sum[0] += 1 + (7 / 30) * tau;
    else sum[0] += (1.5 * (tau + (tau - 1) * f)) / (tau * tau);
    return;
  }
  const root = Math.sqrt(1 - 1 / tau);
  const l = log((1 + root) / (1 - root));
  const re = -0.25 * (l * l - Math.PI * Math.PI);
  const im = 0.5 * l * Math.PI;
  sum[0] += (1.5 * (tau + (tau - 1) * re)) / (tau * tau);
  sum[1] += (1.5 * (tau - 1) * im) / (tau * tau);
}

/** Γ(S → g g) at leading order, α_s² m³ |Σ ¾A_q|²/(72π³v²), over s, c, b and t. */
function gluons(mass: number, scale: number): number {
  const sum = new Float64Array(2);
  const { strange, charm, bottom, top } = ELEMENTARY_MASS;
  for (const quark of [strange, charm, bottom, top]) addLoop(mass, quark, sum);
  const a = strongCoupling(scale);
  return (a * a * mass * mass * mass * (sum[0] * sum[0] + sum[1] * sum[1])) / (72 * Math.PI * Math.PI * Math.PI * V2);
}

/**
 * Widths (GeV, θ = 1) of a scalar to g g, s s̄ and c c̄, with strong corrections at `scale` (GeV; the mass unless given).
 * For masses of 1.5 GeV and more; the pairs open at two kaons and two D mesons.
 */
export function scalarToQuarks(mass: number, scale = mass): { 'g g': number; 's sbar': number; 'c cbar': number } {
  const { strange, charm } = ELEMENTARY_MASS;
  return {
    'g g': gluons(mass, scale),
    's sbar': quarks(mass, strange, 2, MASS.chargedKaon, 3, scale),
    'c cbar': quarks(mass, charm, charm, MASS.neutralD, 4, scale),
  };
}
