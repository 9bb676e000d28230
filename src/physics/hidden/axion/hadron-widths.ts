import { integrateFixed } from '../../../math/quadrature.ts';
import { type Fact, fact } from '../../../units/index.ts';
import { kallen, pairVelocity } from '../../production/kinematics.ts';
import { MASS } from '../../production/masses.ts';
import { mesonComponents, PION_DECAY_CONSTANT, quarkContent } from './gluon-mixing.ts';

/** Widths (GeV) that fix the size of amplitudes with no small parameter. */
export const mesonWidths: Fact<{ etaPions: number; etaprimePhoton: number }> = fact(
  { etaPions: 1.31e-6 * 0.2302, etaprimePhoton: 1.88e-4 * 0.295 },
  'published',
  'Particle Data Group 2022: η → π⁺π⁻π⁰, η′ → π⁺π⁻γ (with ργ)',
);
const RHO = { mass: 0.77526, width: 0.1491 };
const F = PION_DECAY_CONSTANT;
const pion = MASS.chargedPion;

/** ∫ds over the mass² of a pair of mass m each, recoiling against `third`, smoothed at both ends. */
function overPairs(mass: number, pair: number, third: number, f: (s: number) => number): number {
  if (!(mass > 2 * pair + third)) return 0;
  const from = 4 * pair * pair;
  const to = (mass - third) * (mass - third);
  return integrateFixed((u) => f(from + (to - from) * u * u * (3 - 2 * u)) * (to - from) * 6 * u * (1 - u), 0, 1, 64);
}

/** ∫ds k³ (s β³) |BW_ρ|², k the momentum of the photon: |M|² ∝ s-dependent ρ times k² p*² sin²θ. */
function photonIntegral(mass: number): number {
  return overPairs(mass, pion, 0, (s) => {
    const k = (mass * mass - s) / (2 * mass);
    const beta = pairVelocity(Math.sqrt(s), pion);
    const a = RHO.mass * RHO.mass - s;
    const b = RHO.mass * RHO.width;
    return (k * k * k * s * beta * beta * beta) / (a * a + b * b);
  });
}

/** Γ(a → π⁺π⁻γ) for c_GG/f = 1 GeV⁻¹: through ρ, in proportion to Tr(A ρ Q), its size from η′ → π⁺π⁻γ. */
function toPionsPhoton(mass: number): number {
  const integral = photonIntegral(mass);
  if (integral === 0) return 0;
  const [u, d] = quarkContent(mass);
  const ofParticle = ((2 * u + d) / 3) * Math.sqrt(0.5) * F * 2;
  // Tr(ρ Q T) of the η′, (1, 1, 2)/√6, in the same norm.
  const ofEtaPrime = 1 / Math.sqrt(6);
  const ratio = ofParticle / ofEtaPrime;
  return (mesonWidths.value.etaprimePhoton * ratio * ratio * integral) / photonIntegral(MASS.etaPrime);
}

/** ∫ds |M(s)|² √λ(m², s, m₃²) β/(256 π³ m³): the width of a three-body decay whose amplitude depends on one pair. */
function threeBody(mass: number, pair: number, third: number, amplitude: (s: number) => number): number {
  const m2 = mass * mass;
  const integral = overPairs(mass, pair, third, (s) => {
    const M = amplitude(s);
    const lambda = Math.max(0, kallen(m2, s, third * third));
    return M * M * Math.sqrt(lambda) * pairVelocity(Math.sqrt(s), pair);
  });
  return integral / (256 * Math.PI * Math.PI * Math.PI * m2 * mass);
}

/** η → π⁺π⁻π⁰ at leading order over its strength, 1 + 3(s − s₀)/(m² − m_π²), s₀ the centre. */
const etaShape = (mass: number, s: number) => {
  const m2 = mass * mass;
  return 1 + (3 * (s - (m2 / 3 + pion * pion))) / (m2 - pion * pion);
};
let etaStrength = 0;

function toThreePions(mass: number): { charged: number; neutral: number } {
  if (etaStrength === 0) {
    const unit = threeBody(MASS.eta, pion, MASS.neutralPion, (s) => etaShape(MASS.eta, s));
    etaStrength = Math.sqrt(mesonWidths.value.etaPions / unit);
  }
  const { pi0, eta } = mesonComponents(mass);
  const scale = 2 * F;
  const m2 = pion * pion;
  const charged = (s: number) => scale * ((pi0 * (s - m2)) / (F * F) + eta * etaStrength * etaShape(mass, s));
  // Three identical pions: the sum over pairs, in which (s − s₀) cancels; 1/3! against 1/1.
  const neutral = () => scale * ((pi0 * m2) / (F * F) + 3 * eta * etaStrength);
  return {
    charged: threeBody(mass, pion, MASS.neutralPion, charged),
    neutral: threeBody(mass, MASS.neutralPion, MASS.neutralPion, neutral) / 6,
  };
}

/**
 * Widths (GeV, c_GG/f = 1 GeV⁻¹) to hadrons of an axion-like particle with a gluon coupling: π⁺π⁻γ through ρ and 3π at
 * leading order, with sizes from η and η′ (after arXiv:1811.03474, whose BR(γγ) at 0.5 GeV is 0.49; here 0.41). Up to
 * 0.52 GeV: above the η the leading order of 3π is too large by more than ten. Each is exactly 0 below its threshold.
 */
export function gluonToHadrons(mass: number): Record<string, number> {
  const three = toThreePions(mass);
  return { 'pi+ pi- gamma': toPionsPhoton(mass), 'pi+ pi- pi0': three.charged, 'pi0 pi0 pi0': three.neutral };
}
