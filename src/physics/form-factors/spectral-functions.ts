import { integrateFixed } from '../../math/quadrature.ts';
import { type Fact, fact, HBAR_C } from '../../units/index.ts';
import { particle } from '../particles/index.ts';
import { kallen } from '../production/kinematics.ts';
import { MASS } from '../production/masses.ts';
import { CKM, FERMI_CONSTANT } from '../production/standard-model.ts';
import { pionFormFactorSquared } from './pion-vector.ts';

/** What a charged weak current makes besides the lepton: its spectral function of spin 1, 2π Im Π, over s = q² (GeV²). */
export interface HadronSpectrum {
  /** Lowest mass, GeV. */
  readonly threshold: number;
  density(s: number): number;
}

/** π⁺π⁰: β³|F_π|²/12, the isovector form factor without the ω that mixes into π⁺π⁻. */
export const pionPair: HadronSpectrum = {
  threshold: MASS.chargedPion + MASS.neutralPion,
  density(s) {
    const lambda = kallen(s, MASS.chargedPion * MASS.chargedPion, MASS.neutralPion * MASS.neutralPion);
    if (!(s > this.threshold * this.threshold && lambda > 0)) return 0;
    const velocity = Math.sqrt(lambda) / s;
    return (velocity * velocity * velocity * pionFormFactorSquared(s, 'isovector')) / 12;
  },
};

/** The a₁ line and the sum of both charge states of τ → 3πν that fixes its height. */
export const threePionFacts: Fact<{ mass: number; width: number; fraction: number }> = fact(
  { mass: 1.251, width: 0.599, fraction: 0.1828 },
  'recalled',
  'line: Kühn and Santamaria, Z. Phys. C 48 (1990) 445; BR(τ → 3πν) = 9.02 % + 9.26 %: Particle Data Group 2022',
);

/** Phase space of a₁ → ρπ → 3π as a function of s, in the parametrisation of Kühn and Santamaria, joined at ρπ. */
function threePionPhaseSpace(s: number): number {
  const x = s - 9 * MASS.chargedPion * MASS.chargedPion;
  if (x <= 0) return 0;
  const rhoPion = 0.773 + MASS.chargedPion;
  const low = (excess: number) => 4.1 * excess * excess * excess * (1 - 3.3 * excess + 5.8 * excess * excess);
  if (s < rhoPion * rhoPion) return low(x);
  const high = (at: number) => at * (1.623 + 10.38 / at - 9.32 / (at * at) + 0.65 / (at * at * at));
  // The two forms differ by 5 % where they meet; the upper one is scaled to the lower.
  const joint = rhoPion * rhoPion;
  return (high(s) * low(joint - 9 * MASS.chargedPion * MASS.chargedPion)) / high(joint);
}

function threePionShape(s: number): number {
  const { mass, width } = threePionFacts.value;
  const m2 = mass * mass;
  const running = (mass * width * threePionPhaseSpace(s)) / threePionPhaseSpace(m2);
  return (m2 * m2 * threePionPhaseSpace(s)) / (s * ((m2 - s) * (m2 - s) + running * running));
}

/**
 * Width (GeV) of a lepton of mass M into a lighter one of mass m and the hadrons of a charged current, |V| = 1:
 * G² M³/(32π³) ∫ds v(s) [(1 − x)² + y(1 + x) − 2y²] λ^{1/2}(1, y, x), x = m²/M², y = s/M². Exactly 0 when closed. For
 * v = β³|F|²/12 it is the formula of arXiv:1805.08567 for two pions; for a narrow line, that for one meson of spin 1.
 */
export function leptonToHadrons(mass: number, lighter: number, hadrons: HadronSpectrum): number {
  if (!(mass > lighter + hadrons.threshold)) return 0;
  const from = hadrons.threshold * hadrons.threshold;
  const to = (mass - lighter) * (mass - lighter);
  const scale = (FERMI_CONSTANT * FERMI_CONSTANT * mass * mass * mass) / (32 * Math.PI * Math.PI * Math.PI);
  return (
    scale *
    integrateFixed(
      (u) => {
        // Vanishing slope at both ends smooths the roots.
        const s = from + (to - from) * u * u * (3 - 2 * u);
        return leptonToHadronsRate(mass, lighter, hadrons, s) * (to - from) * 6 * u * (1 - u);
      },
      0,
      1,
      96,
    )
  );
}

/** The integrand of `leptonToHadrons` over s, without the constants before the integral. */
export function leptonToHadronsRate(mass: number, lighter: number, hadrons: HadronSpectrum, s: number): number {
  const x = (lighter / mass) * (lighter / mass);
  const y = s / (mass * mass);
  return hadrons.density(s) * ((1 - x) * (1 - x) + y * (1 + x) - 2 * y * y) * Math.sqrt(Math.max(0, kallen(1, y, x)));
}

let threePionHeight = 0;

/** Three pions, both charge states together: the a₁, its height from τ → 3πν. */
export const threePions: HadronSpectrum = {
  threshold: 3 * MASS.chargedPion,
  density(s) {
    if (threePionHeight === 0) {
      const total = leptonToHadrons(MASS.tau, 0, { threshold: 3 * MASS.chargedPion, density: threePionShape });
      const width = (threePionFacts.value.fraction * HBAR_C) / particle('tau-').ctau;
      threePionHeight = width / (CKM.ud * CKM.ud * total);
    }
    return threePionHeight * threePionShape(s);
  },
};
