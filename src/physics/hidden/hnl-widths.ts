import { log } from '../../math/elementary.ts';
import { integrateFixed } from '../../math/quadrature.ts';
import { type Fact, fact } from '../../units/index.ts';
import { kallen } from '../production/kinematics.ts';
import { MASS } from '../production/masses.ts';
import { CKM, DECAY_CONSTANT, FERMI_CONSTANT, SIN2_WEINBERG } from '../production/standard-model.ts';

export type LeptonFlavour = 'e' | 'mu' | 'tau';
export const flavours = ['e', 'mu', 'tau'] as const;
export const leptonMass: Readonly<Record<LeptonFlavour, number>> = {
  e: MASS.electron,
  mu: MASS.muon,
  tau: MASS.tau,
};
const G2 = FERMI_CONSTANT * FERMI_CONSTANT;

/** λ^{1/2}(1, x², y²), 0 when x + y ≥ 1. */
const root = (x: number, y: number) => (x + y >= 1 ? 0 : Math.sqrt(Math.max(0, kallen(1, x * x, y * y))));

/** 12 ∫dx/x (x − c² − b²)(1 + a² − x) √λ(x, c², b²) √λ(1, x, a²) over (b + c)² < x < (1 − a)²: phase space of V − A. */
function chargedCurrent(a: number, b: number, c: number): number {
  const from = (b + c) * (b + c);
  const to = (1 - a) * (1 - a);
  if (to <= from) return 0;
  return (
    12 *
    integrateFixed(
      (u) => {
        // Vanishing slope at both ends smooths the square roots.
        const x = from + (to - from) * u * u * (3 - 2 * u);
        const jacobian = (to - from) * 6 * u * (1 - u);
        const inner = Math.sqrt(Math.max(0, kallen(x, c * c, b * b)));
        const outer = Math.sqrt(Math.max(0, kallen(1, x, a * a)));
        return (jacobian / x) * (x - c * c - b * b) * (1 + a * a - x) * inner * outer;
      },
      0,
      1,
      96,
    )
  );
}

/** Width of N → ℓ_a ℓ̄_b ν_b by the charged current alone (a ≠ b), U_a = 1. */
export function toUnlikeLeptons(mass: number, a: number, b: number): number {
  const m5 = mass * mass * mass * mass * mass;
  return ((G2 * m5) / (192 * Math.PI * Math.PI * Math.PI)) * chargedCurrent(a / mass, b / mass, 0);
}

/** Width of N → ν_α ℓ_β ℓ̄_β: neutral current, and charged current when the flavours are the same; U_α = 1. */
export function toLeptonPair(mass: number, lepton: number, sameFlavour: boolean): number {
  const x = lepton / mass;
  if (x >= 0.5) return 0;
  const s2 = SIN2_WEINBERG;
  const sign = sameFlavour ? 1 : -1;
  const c1 = 0.25 * (1 + sign * 4 * s2 + 8 * s2 * s2);
  const c2 = 0.5 * s2 * (2 * s2 + sign);
  const y = x * x;
  const s = Math.sqrt(1 - 4 * y);
  // The usual argument of the logarithm, multiplied out so that nothing cancels.
  const l = log((4 * y * y) / ((1 + s) * (1 - 3 * y + (1 - y) * s)));
  const first = (1 - 14 * y - 2 * y * y - 12 * y * y * y) * s + 12 * y * y * (y * y - 1) * l;
  const second = y * (2 + 10 * y - 12 * y * y) * s + 6 * y * y * (1 - 2 * y + 2 * y * y) * l;
  const m5 = mass * mass * mass * mass * mass;
  return ((G2 * m5) / (192 * Math.PI * Math.PI * Math.PI)) * Math.max(0, c1 * first + 4 * c2 * second);
}

/** Width of N → 3ν (all flavours), U = 1. */
export function toNeutrinos(mass: number): number {
  const m5 = mass * mass * mass * mass * mass;
  return (G2 * m5) / (192 * Math.PI * Math.PI * Math.PI);
}

/** Width of N → ℓ⁻ P⁺ with f V of the meson. */
export function toChargedPseudoscalar(mass: number, lepton: number, meson: number, fV: number): number {
  const xl = (lepton / mass) * (lepton / mass);
  const xh = (meson / mass) * (meson / mass);
  const bracket = (1 - xl) * (1 - xl) - xh * (1 + xl);
  return (
    ((G2 * fV * fV * mass * mass * mass) / (16 * Math.PI)) * Math.max(0, bracket) * root(meson / mass, lepton / mass)
  );
}

/** Width of N → ν P⁰. */
export function toNeutralPseudoscalar(mass: number, meson: number, f: number): number {
  if (meson >= mass) return 0;
  const y = 1 - (meson / mass) * (meson / mass);
  return ((G2 * f * f * mass * mass * mass) / (32 * Math.PI)) * y * y;
}

/** Width of N → ℓ⁻ V⁺ with g = f m_V V. */
export function toChargedVector(mass: number, lepton: number, meson: number, gV: number): number {
  const xl = (lepton / mass) * (lepton / mass);
  const xh = (meson / mass) * (meson / mass);
  const bracket = (1 - xl) * (1 - xl) + xh * (1 + xl) - 2 * xh * xh;
  const over = gV / meson;
  return (
    ((G2 * over * over * mass * mass * mass) / (16 * Math.PI)) *
    Math.max(0, bracket) *
    root(meson / mass, lepton / mass)
  );
}

/** Width of N → ν V⁰ with κ g. */
export function toNeutralVector(mass: number, meson: number, kappaG: number): number {
  if (meson >= mass) return 0;
  const x = (meson / mass) * (meson / mass);
  const over = kappaG / meson;
  return ((G2 * over * over * mass * mass * mass) / (32 * Math.PI)) * (1 + 2 * x) * (1 - x) * (1 - x);
}

/** Constants of the neutral mesons (f_π = 130 MeV convention) and g of vectors (GeV²). */
export const neutrinoMesonConstants: Fact<{ eta: number; etaprime: number; rho: number; omega: number; phi: number }> =
  fact(
    { eta: 0.0817, etaprime: 0.0947, rho: 0.162, omega: 0.153, phi: 0.234 },
    'recalled',
    'Bondarenko, Boyarsky, Gorbunov, Ruchayskiy, arXiv:1805.08567, tables 9 and 10',
  );
/** Mass above which the sum over quarks is compared with the sum over mesons, GeV. */
export const QUARKS_FROM = 1;

/** 1 + a + 1.64 a² + 6.37 a³ with a = α_s/π, the correction known from τ decays; one loop, three flavours. */
function strongCorrection(mass: number): number {
  const a0 = 0.325 / Math.PI;
  const a = a0 / (1 + a0 * (27 / 12) * 2 * log(mass / MASS.tau));
  return 1 + a + 1.6398 * a * a + 6.371 * a * a * a;
}

/**
 * Partial widths (GeV, Dirac, U_flavour = 1) of a neutral lepton that mixes with one flavour. Hadrons: single mesons below
 * 1 GeV; above, what the width to quarks has beyond them is added as 'l hadrons' and 'nu hadrons'.
 */
export function neutralLeptonWidths(mass: number, flavour: LeptonFlavour): Record<string, number> {
  const own = leptonMass[flavour];
  const partial: Record<string, number> = { 'nu nu nu': toNeutrinos(mass) };
  for (const other of flavours) {
    const state = `${other}+ ${other}- nu`;
    partial[state] = toLeptonPair(mass, leptonMass[other], other === flavour);
    if (other !== flavour) partial[`${flavour}- ${other}+ nu`] = toUnlikeLeptons(mass, own, leptonMass[other]);
  }
  const c = neutrinoMesonConstants.value;
  const s2 = SIN2_WEINBERG;
  const charged: Record<string, number> = {
    [`${flavour}- pi+`]: toChargedPseudoscalar(mass, own, MASS.chargedPion, DECAY_CONSTANT.pion * CKM.ud),
    [`${flavour}- K+`]: toChargedPseudoscalar(mass, own, MASS.chargedKaon, DECAY_CONSTANT.kaon * CKM.us),
    [`${flavour}- rho+`]: toChargedVector(mass, own, MASS.rho, c.rho * CKM.ud),
  };
  const neutral: Record<string, number> = {
    'nu pi0': toNeutralPseudoscalar(mass, MASS.neutralPion, DECAY_CONSTANT.pion),
    'nu eta': toNeutralPseudoscalar(mass, MASS.eta, c.eta),
    'nu etaprime': toNeutralPseudoscalar(mass, MASS.etaPrime, c.etaprime),
    'nu rho': toNeutralVector(mass, MASS.rho, (1 - 2 * s2) * c.rho),
    'nu omega': toNeutralVector(mass, MASS.omega, ((2 * s2) / 3) * c.omega),
    'nu phi': toNeutralVector(mass, MASS.phi, Math.SQRT2 * (0.5 - (2 / 3) * s2) * c.phi),
  };
  Object.assign(partial, charged, neutral);
  if (mass > QUARKS_FROM) {
    const factor = strongCorrection(mass);
    const space = toNeutrinos(mass);
    const light = 0.5 * MASS.chargedPion;
    const quarkCharged =
      3 *
      factor *
      space *
      (CKM.ud * CKM.ud * chargedCurrent(own / mass, light / mass, light / mass) +
        CKM.us * CKM.us * chargedCurrent(own / mass, MASS.chargedKaon / mass, 0));
    const up = 0.25 * (1 - (8 / 3) * s2 + (32 / 9) * s2 * s2);
    const down = 0.25 * (1 - (4 / 3) * s2 + (8 / 9) * s2 * s2);
    const strangeSpace = root(MASS.chargedKaon / mass, MASS.chargedKaon / mass);
    const quarkNeutral = 3 * factor * space * (up + down + down * strangeSpace);
    const sum = (table: Record<string, number>) => Object.values(table).reduce((a, b) => a + b, 0);
    partial[`${flavour}- hadrons`] = Math.max(0, quarkCharged - sum(charged));
    partial['nu hadrons'] = Math.max(0, quarkNeutral - sum(neutral));
  }
  return partial;
}
