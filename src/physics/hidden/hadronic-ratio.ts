import { cos, exp, sin } from '../../math/elementary.ts';
import { type Fact, fact } from '../../units/index.ts';
import { pionFormFactorSquared } from '../form-factors/pion-vector.ts';
import { decayMomentum, pairVelocity } from '../production/kinematics.ts';
import { MASS } from '../production/masses.ts';
import { ALPHA } from '../production/standard-model.ts';

const PDG = 'Particle Data Group, Phys. Rev. D 110 (2024) 030001';

/** Narrow vector mesons: mass, width, electronic width (GeV) and branching fractions. */
export const narrowVectors = {
  omega: fact(
    { mass: 0.78266, width: 8.68e-3, electronic: 0.6e-6, '3pi': 0.892, pi0gamma: 0.0835, KK: 0 },
    'recalled',
    PDG,
  ),
  phi: fact(
    {
      mass: 1.019461,
      width: 4.249e-3,
      electronic: 1.27e-6,
      '3pi': 0.154,
      pi0gamma: 1.3e-3,
      'K+K-': 0.491,
      KSKL: 0.339,
      etagamma: 0.013,
    },
    'recalled',
    PDG,
  ),
} as const;
/** Relative phase of ω and φ in 3π (rad). */
const OMEGA_PHI_PHASE = 2.84;

/** Four pions: plateau, middle (GeV) and width (GeV) of a smooth step. */
export const fourPions: Fact<{ plateau: number; middle: number; width: number }> = fact(
  { plateau: 1.75, middle: 1.33, width: 0.085 },
  'proposal',
  'a smooth step through e⁺e⁻ → 2π⁺2π⁻ and π⁺π⁻2π⁰ between 1.0 and 1.6 GeV; 15 %',
);
/** Between these masses (GeV) what the sum over quarks has beyond the states above grows from nothing to all of it. */
export const QUARK_MASSES = { from: 1.5, full: 1.8 } as const;
const QUARK_RATIO = 2.2;

/** Amplitude² factor 9 s Γ_ee Γ_f/α² of a narrow resonance, and its Breit–Wigner phase. */
function resonance(mass: number, width: number, s: number): { re: number; im: number } {
  const a = mass * mass - s;
  const b = mass * width;
  const norm = a * a + b * b;
  return { re: a / norm, im: b / norm };
}

/**
 * R of each hadronic state, Γ(A′ → X)/Γ(A′ → μμ with massless μ) = σ(e⁺e⁻ → X)/(4πα²/3s), at mass m (GeV): π⁺π⁻ from the
 * pion form factor, π⁺π⁻π⁰, π⁰γ, ηγ and KK from ω and φ, four pions as a step; 'hadrons' is what quarks have beyond them, whole above 1.8 GeV.
 * About 3 % below 0.9 GeV, 15 % above, worse on the flanks of the φ.
 */
export function hadronicRatios(mass: number): Record<string, number> {
  const s = mass * mass;
  const ratios: Record<string, number> = {};
  const pions = pairVelocity(mass, MASS.chargedPion);
  if (pions > 0) ratios['pi+ pi-'] = 0.25 * pions * pions * pions * pionFormFactorSquared(s);
  const o = narrowVectors.omega.value;
  const f = narrowVectors.phi.value;
  const omega = resonance(o.mass, o.width, s);
  const phi = resonance(f.mass, f.width, s);
  const scale = (9 * s) / (ALPHA * ALPHA);
  const threePions = 2 * MASS.chargedPion + MASS.neutralPion;
  if (mass > threePions) {
    const a = Math.sqrt(o.electronic * o.width * o['3pi']);
    const b = Math.sqrt(f.electronic * f.width * f['3pi']);
    const re = a * omega.re + b * (phi.re * cos(OMEGA_PHI_PHASE) - phi.im * sin(OMEGA_PHI_PHASE));
    const im = a * omega.im + b * (phi.re * sin(OMEGA_PHI_PHASE) + phi.im * cos(OMEGA_PHI_PHASE));
    const r = (mass - threePions) / (o.mass - threePions);
    const space = r < 1 ? r * r * r : 1;
    ratios['pi+ pi- pi0'] = scale * space * (re * re + im * im);
  }
  const photon = (meson: typeof omega, m: number, strength: number, recoil: number) => {
    const p = decayMomentum(mass, recoil, 0) / decayMomentum(m, recoil, 0);
    return scale * strength * p * p * p * (meson.re * meson.re + meson.im * meson.im);
  };
  ratios['pi0 gamma'] =
    photon(omega, o.mass, o.electronic * o.width * o.pi0gamma, MASS.neutralPion) +
    photon(phi, f.mass, f.electronic * f.width * f.pi0gamma, MASS.neutralPion);
  ratios['eta gamma'] = photon(phi, f.mass, f.electronic * f.width * f.etagamma, MASS.eta);
  const kaons = (state: 'K+K-' | 'KSKL', kaon: number) => {
    const p = pairVelocity(mass, kaon) / pairVelocity(f.mass, kaon);
    return scale * f.electronic * f.width * f[state] * p * p * p * (phi.re * phi.re + phi.im * phi.im);
  };
  ratios['K+ K-'] = kaons('K+K-', MASS.chargedKaon);
  ratios['K_S K_L'] = kaons('KSKL', MASS.neutralKaon);
  const four = fourPions.value;
  const step = (m: number) => four.plateau / (1 + exp((four.middle - m) / four.width));
  const four0 = 4 * MASS.chargedPion;
  if (mass > four0) ratios['4pi'] = step(mass) - step(four0);
  if (mass > QUARK_MASSES.from) {
    const u = Math.min(1, (mass - QUARK_MASSES.from) / (QUARK_MASSES.full - QUARK_MASSES.from));
    const sum = Object.values(ratios).reduce((a, b) => a + b, 0);
    ratios.hadrons = u * u * (3 - 2 * u) * Math.max(0, QUARK_RATIO - sum);
  }
  return ratios;
}
