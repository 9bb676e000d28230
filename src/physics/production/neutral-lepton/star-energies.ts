import type { RecoilLine } from '../decay-spectrum.ts';
import type { Channel } from './channel.ts';
import { semileptonicRate } from './fractions.ts';

/** Energy (GeV) of the neutral lepton in the frame of its mother, with its weight. */
export interface StarEnergy {
  readonly energy: number;
  readonly weight: number;
}

const STEPS = 12;

/**
 * Energies from one semileptonic decay, at twelve values of q²: for each, N is taken isotropic in the frame of the
 * (ℓN) pair, and its mean energy counts. Weights add to `weight`.
 */
export function semileptonicEnergies(decay: Channel, lepton: number, mass: number, weight: number): StarEnergy[] {
  const m = decay.mother.mass;
  const from = (lepton + mass) * (lepton + mass);
  const to = (m - decay.recoil) * (m - decay.recoil);
  const energies: StarEnergy[] = [];
  let sum = 0;
  for (let i = 0; i < STEPS; i++) {
    const q2 = from + ((i + 0.5) / STEPS) * (to - from);
    const ofPair = (m * m + q2 - decay.recoil * decay.recoil) / (2 * m);
    const energy = (ofPair * (q2 + mass * mass - lepton * lepton)) / (2 * q2);
    const rate = semileptonicRate(decay, lepton, mass, q2);
    energies.push({ energy, weight: rate });
    sum += rate;
  }
  return sum > 0 ? energies.map(({ energy, weight: rate }) => ({ energy, weight: (weight * rate) / sum })) : [];
}

/**
 * The same energies in at most `count` groups of equal weight, each at its mean, as recoil masses against a mother of
 * mass M: m² = M² + m_N² − 2 M E. Energies that two bodies cannot have are put at the nearest one that they can.
 */
export function recoilLines(
  energies: readonly StarEnergy[],
  mother: number,
  mass: number,
  count: number,
): RecoilLine[] {
  const sorted = energies.filter(({ weight }) => weight > 0).sort((a, b) => a.energy - b.energy);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const lines: RecoilLine[] = [];
  let weight = 0;
  let moment = 0;
  let passed = 0;
  sorted.forEach((one, i) => {
    weight += one.weight;
    moment += one.weight * one.energy;
    passed += one.weight;
    if (i < sorted.length - 1 && passed < ((lines.length + 1) / count) * total * (1 - 1e-12)) return;
    const recoil2 = mother * mother + mass * mass - (2 * mother * moment) / weight;
    const recoilMass = Math.min(Math.sqrt(Math.max(0, recoil2)), (mother - mass) * (1 - 1e-6));
    lines.push({ recoilMass, share: weight / total });
    weight = 0;
    moment = 0;
  });
  return lines;
}
