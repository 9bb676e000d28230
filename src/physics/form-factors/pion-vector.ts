import { cos, log, sin } from '../../math/elementary.ts';
import { type Fact, fact } from '../../units/index.ts';
import { MASS } from '../production/masses.ts';

interface Resonance {
  readonly mass: number;
  readonly width: number;
  readonly modulus: number;
  readonly phase: number;
}

/** Gounaris–Sakurai fit of e⁺e⁻ → π⁺π⁻: ρ with ω mixing, ρ′, ρ″, ρ‴ (GeV, rad). */
export const pionFormFactorFit: Fact<{ rho: Resonance; omega: Resonance; excited: readonly Resonance[] }> = fact(
  {
    rho: { mass: 0.77502, width: 0.14959, modulus: 1, phase: 0 },
    omega: { mass: 0.78191, width: 8.13e-3, modulus: 1.644e-3, phase: -0.011 },
    excited: [
      { mass: 1.493, width: 0.427, modulus: 0.158, phase: 3.76 },
      { mass: 1.861, width: 0.316, modulus: 0.068, phase: 1.39 },
      { mass: 2.254, width: 0.109, modulus: 0.0051, phase: 0.7 },
    ],
  },
  'recalled',
  'BaBar, Phys. Rev. D 86 (2012) 032013, arXiv:1205.2228, table VI',
);

const PION = MASS.chargedPion;
const momentumAt = (s: number) => Math.sqrt(Math.max(0.25 * s - PION * PION, 0));

/** h(s) of Gounaris and Sakurai, s above threshold. */
function h(s: number): number {
  const w = Math.sqrt(s);
  const k = momentumAt(s);
  return ((2 / Math.PI) * k * log((w + 2 * k) / (2 * PION))) / w;
}

interface GounarisSakurai {
  readonly m2: number;
  readonly width: number;
  readonly mass: number;
  readonly k0: number;
  readonly h0: number;
  readonly slope: number;
  readonly numerator: number;
}

function prepare({ mass, width }: Resonance): GounarisSakurai {
  const m2 = mass * mass;
  const k0 = momentumAt(m2);
  const h0 = h(m2);
  const slope = h0 * (1 / (8 * k0 * k0) - 1 / (2 * m2)) + 1 / (2 * Math.PI * m2);
  const d =
    (3 / Math.PI) * ((PION * PION) / (k0 * k0)) * log((mass + 2 * k0) / (2 * PION)) +
    mass / (2 * Math.PI * k0) -
    (PION * PION * mass) / (Math.PI * k0 * k0 * k0);
  return { m2, width, mass, k0, h0, slope, numerator: m2 * (1 + (d * width) / mass) };
}

const { rho, omega, excited } = pionFormFactorFit.value;
const rhoLine = prepare(rho);
const excitedLines = excited.map((resonance) => ({ ...resonance, line: prepare(resonance) }));

/** Adds c·GS(s) to the complex number in `sum`. */
function add(line: GounarisSakurai, s: number, re: number, im: number, sum: Float64Array): void {
  const k = momentumAt(s);
  const r = k / line.k0;
  const f =
    ((line.width * line.m2) / (line.k0 * line.k0 * line.k0)) *
    (k * k * (h(s) - line.h0) + (line.m2 - s) * line.k0 * line.k0 * line.slope);
  const a = line.m2 - s + f;
  const b = line.mass * line.width * r * r * r * (line.mass / Math.sqrt(s));
  const scale = line.numerator / (a * a + b * b);
  const lineRe = scale * a;
  const lineIm = scale * b;
  sum[0] += re * lineRe - im * lineIm;
  sum[1] += re * lineIm + im * lineRe;
}

/**
 * |F_π(s)|² of the charged pion at s = m² (GeV²) above threshold; 1 at s = 0 by construction. Good to 1–2 % up to 1.4 GeV.
 * 'isovector' leaves out the ω that mixes into the ρ: what a charged weak current makes.
 */
export function pionFormFactorSquared(s: number, current: 'electromagnetic' | 'isovector' = 'electromagnetic'): number {
  const sum = new Float64Array(2);
  // ρ × (1 + c s/(m_ω² − s − i m_ω Γ_ω)): the mixing has no strength at s = 0.
  const a = omega.mass * omega.mass - s;
  const b = omega.mass * omega.width;
  const modulus = current === 'isovector' ? 0 : omega.modulus;
  const scale = (modulus * omega.mass * omega.mass) / (a * a + b * b);
  const c = cos(omega.phase);
  const d = sin(omega.phase);
  add(rhoLine, s, 1 + scale * (a * c - b * d), scale * (a * d + b * c), sum);
  let norm = 1;
  let normIm = 0;
  for (const { modulus, phase, line } of excitedLines) {
    const re = modulus * cos(phase);
    const im = modulus * sin(phase);
    add(line, s, re, im, sum);
    norm += re;
    normIm += im;
  }
  return (sum[0] * sum[0] + sum[1] * sum[1]) / (norm * norm + normIm * normIm);
}
