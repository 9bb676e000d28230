import { scalarToKaonsSquared, scalarToPionsSquared } from '../../form-factors/scalar-mesons.ts';
import { pairVelocity } from '../../production/kinematics.ts';
import { MASS } from '../../production/masses.ts';
import { HIGGS_VEV } from '../../production/standard-model.ts';
import type { Range } from '../../production/validity.ts';
import { scalarToQuarks } from './quark-widths.ts';

/** Mass (GeV) below which mesons are summed, above which quarks and gluons are. */
export const QUARKS_FROM = 2;
const V2 = HIGGS_VEV * HIGGS_VEV;
const sumOf = (widths: Readonly<Record<string, number>>) => Object.values(widths).reduce((a, b) => a + b, 0);

/** Γ(S → ππ, KK) from the dispersive form factors: β|G|²/(32πv²m) for each pair of identical pions, 2 and 4 times that for π⁺π⁻, K⁺K⁻ and so on. */
function toMesonPairs(mass: number): Record<string, number> {
  const scale = 1 / (32 * Math.PI * V2 * mass);
  const pions = scale * scalarToPionsSquared(mass);
  const kaons = 2 * scale * scalarToKaonsSquared(mass);
  return {
    'pi+ pi-': 2 * pions * pairVelocity(mass, MASS.chargedPion),
    'pi0 pi0': pions * pairVelocity(mass, MASS.neutralPion),
    'K+ K-': kaons * pairVelocity(mass, MASS.chargedKaon),
    'K0 K0bar': kaons * pairVelocity(mass, MASS.neutralKaon),
  };
}

/** m³ times the velocity of two pairs of pions: how four pions, ηη and the rest grow from their threshold. */
const growth = (mass: number) => mass * mass * mass * pairVelocity(mass, 2 * MASS.chargedPion);
let strength: number | undefined;

/** What is missing of the sum over quarks at 2 GeV, per m³β: it fixes the rest below, so that the sum is continuous. */
const restStrength = () => {
  strength ??= Math.max(0, sumOf(scalarToQuarks(QUARKS_FROM)) - sumOf(toMesonPairs(QUARKS_FROM))) / growth(QUARKS_FROM);
  return strength;
};

/**
 * Widths (GeV, θ = 1) of a scalar to hadrons: ππ and KK with '4pi' for all the rest below 2 GeV (after arXiv:1809.01876,
 * the rest as m³β from four pions on), g g, s s̄ and c c̄ above. The sum is continuous; channels change names at 2 GeV.
 */
export function scalarToHadrons(mass: number): Record<string, number> {
  if (mass >= QUARKS_FROM) return scalarToQuarks(mass);
  return { ...toMesonPairs(mass), '4pi': restStrength() * growth(mass) };
}

/**
 * Smallest and largest width (GeV, θ = 1) to hadrons: the strong scale at 0.6 and at twice the mass above 2 GeV; below,
 * the rest as that moves it at 2 GeV (never below 0), and ππ and KK by 20 % either way from 1 GeV on, 5 % under it.
 */
export function scalarHadronBand(mass: number): Range {
  const scales = [0.6, 1, 2].map((factor) =>
    sumOf(scalarToQuarks(Math.max(mass, QUARKS_FROM), factor * Math.max(mass, QUARKS_FROM))),
  );
  const [low, high] = [Math.min(...scales), Math.max(...scales)];
  if (mass >= QUARKS_FROM) return { min: low, max: high };
  const pairs = sumOf(toMesonPairs(mass));
  const atTwo = sumOf(toMesonPairs(QUARKS_FROM));
  const rest = (quarks: number) => (Math.max(0, quarks - atTwo) * growth(mass)) / growth(QUARKS_FROM);
  const spread = mass < 1 ? 0.05 : 0.2;
  return { min: (1 - spread) * pairs + rest(low), max: (1 + spread) * pairs + rest(high) };
}
