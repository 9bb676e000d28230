import { exp } from '../../math/elementary.ts';
import { normalSurvival } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { type GlobalSignificance, globalSignificance } from './look-elsewhere.ts';
import type { MassPairs } from './mass-hypotheses.ts';

/**
 * Euler characteristic (islands minus holes) of the part of a two-mass scan with statistic above `level`: nodes
 * minus edges between neighbouring nodes plus squares of four. Hypotheses that are not in the scan count as below.
 * `statistic` has one entry per pair.
 */
export function eulerCharacteristic(pairs: MassPairs, statistic: ArrayLike<number>, level: number): number {
  const { firstIndex, secondIndex } = pairs;
  const width = secondIndex.reduce((most, j) => Math.max(most, j), 0) + 1;
  const above = new Set<number>();
  for (let h = 0; h < firstIndex.length; h++)
    if (statistic[h] > level) above.add(firstIndex[h] * (width + 1) + secondIndex[h]);
  let euler = 0;
  for (const node of above) {
    const right = above.has(node + 1);
    const down = above.has(node + width + 1);
    euler += 1 - (right ? 1 : 0) - (down ? 1 : 0);
    if (right && down && above.has(node + width + 2)) euler++;
  }
  return euler;
}

/** The mean Euler characteristic of background-only scans at one level. */
export interface EulerLevel {
  readonly level: number;
  readonly mean: number;
}

/**
 * Global p-value of the largest local significance Z in a two-dimensional scan of q₀ = Z²:
 * p = p_local + (N₁ + Z·N₂)·exp(−Z²/2), N₁ and N₂ from the mean Euler characteristics at two different low levels.
 * Levels must differ and be positive. Source: Vitells and Gross, Astropart. Phys. 35 (2011) 230, arXiv:1105.4355.
 */
export function vitellsGross(localSignificance: number, levels: readonly [EulerLevel, EulerLevel]): GlobalSignificance {
  const [one, two] = levels;
  if (!(one.level > 0) || !(two.level > 0) || one.level === two.level) {
    throw new InvalidInput('look-elsewhere', `levels ${one.level} and ${two.level} must be positive and different`);
  }
  if (!(localSignificance > 0)) return globalSignificance(1);
  const reduced = ({ level, mean }: EulerLevel) => (mean - normalSurvival(Math.sqrt(level))) * exp(0.5 * level);
  const n2 = (reduced(two) - reduced(one)) / (Math.sqrt(two.level) - Math.sqrt(one.level));
  const n1 = reduced(one) - n2 * Math.sqrt(one.level);
  const excess = (n1 + localSignificance * n2) * exp(-0.5 * localSignificance * localSignificance);
  return globalSignificance(normalSurvival(localSignificance) + Math.max(0, excess));
}
