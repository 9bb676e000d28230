import { integrateFixed } from '../../../math/quadrature.ts';
import { type Fact, fact } from '../../../units/index.ts';
import { kallen, pairVelocity } from '../../production/kinematics.ts';
import { MASS } from '../../production/masses.ts';
import { threePionLine } from './chiral-amplitude.ts';
import { PION_DECAY_CONSTANT, polesOfSinglet, quarkContent } from './gluon-mixing.ts';
import { pionsPhotonElement } from './pions-photon.ts';

/** Widths (GeV) that fix the size of amplitudes with no small parameter. */
export const mesonWidths: Fact<{ etaPions: number; etaprimePhoton: number; etaprimeEta: number }> = fact(
  { etaPions: 1.31e-6 * 0.2302, etaprimePhoton: 1.88e-4 * 0.295, etaprimeEta: 1.88e-4 * 0.425 },
  'published',
  'Particle Data Group 2022: η → π⁺π⁻π⁰, η′ → π⁺π⁻γ (with ργ), η′ → ηπ⁺π⁻',
);
const F = PION_DECAY_CONSTANT;
const pion = MASS.chargedPion;

/** ∫ds over the mass² of a pair of mass m each, recoiling against `third`, smoothed at both ends. */
function overPairs(mass: number, pair: number, third: number, f: (s: number) => number): number {
  if (!(mass > 2 * pair + third)) return 0;
  const from = 4 * pair * pair;
  const to = (mass - third) * (mass - third);
  return integrateFixed((u) => f(from + (to - from) * u * u * (3 - 2 * u)) * (to - from) * 6 * u * (1 - u), 0, 1, 64);
}

/** ∫ds k β |M|² of `pionsPhotonElement`. */
function photonIntegral(mass: number): number {
  return overPairs(mass, pion, 0, (s) => {
    const k = (mass * mass - s) / (2 * mass);
    return k * pairVelocity(Math.sqrt(s), pion) * pionsPhotonElement(mass, s);
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

/** Γ(η → π⁺π⁻π⁰) as measured over that of leading order: rescattering, 1.6. */
let rescattering = 0;

function toThreePions(mass: number): { charged: number; neutral: number } {
  if (rescattering === 0) {
    const [offset, slope] = threePionLine('eta', 'charged', MASS.eta);
    const leading = threeBody(MASS.eta, pion, MASS.neutralPion, (s) => offset + slope * s);
    rescattering = mesonWidths.value.etaPions / leading;
  }
  if (!(mass > 3 * MASS.neutralPion)) return { charged: 0, neutral: 0 };
  const poles = polesOfSinglet(mass);
  const line = (kind: 'charged' | 'neutral') => {
    let offset = 0;
    let slope = 0;
    for (const meson of ['pi0', 'eta', 'etaprime'] as const) {
      const [a, b] = threePionLine(meson, kind, mass);
      offset += 2 * F * poles[meson] * a;
      slope += 2 * F * poles[meson] * b;
    }
    return (s: number) => offset + slope * s;
  };
  return {
    charged: rescattering * threeBody(mass, pion, MASS.neutralPion, line('charged')),
    neutral: (rescattering * threeBody(mass, MASS.neutralPion, MASS.neutralPion, line('neutral'))) / 6,
  };
}

/** Γ(a → ηππ): the pole of the η′ at a constant amplitude with its size from η′ → ηπ⁺π⁻; half as many neutral pions. */
function toEtaPions(mass: number): { charged: number; neutral: number } {
  const part = 2 * F * polesOfSinglet(mass).etaprime;
  const reference = threeBody(MASS.etaPrime, pion, MASS.eta, () => 1);
  const size = (mesonWidths.value.etaprimeEta * part * part) / reference;
  return {
    charged: size * threeBody(mass, pion, MASS.eta, () => 1),
    neutral: 0.5 * size * threeBody(mass, MASS.neutralPion, MASS.eta, () => 1),
  };
}

/**
 * Widths (GeV, c_GG/f = 1 GeV⁻¹) to hadrons of an axion-like particle with a gluon coupling, to 1.1 GeV: π⁺π⁻γ through ρ,
 * 3π at leading chiral order times the rescattering of η → 3π, ηππ from η′ → ηππ (after arXiv:1811.03474, to which BR(γγ)
 * compares as 0.56 to 0.49 at 0.5 GeV and 0.45 to 0.36 at 0.8 GeV; 2.5 times at 1 GeV). Each is 0 below its threshold.
 */
export function gluonToHadrons(mass: number): Record<string, number> {
  const three = toThreePions(mass);
  const eta = toEtaPions(mass);
  return {
    'pi+ pi- gamma': toPionsPhoton(mass),
    'pi+ pi- pi0': three.charged,
    'pi0 pi0 pi0': three.neutral,
    'eta pi+ pi-': eta.charged,
    'eta pi0 pi0': eta.neutral,
  };
}
