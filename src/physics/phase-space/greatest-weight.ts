import { breakupMomentum } from '../vectors/kaellen.ts';
import { checkMasses } from './generator.ts';

const FOUR_PI = 12.566370614359172;
/** Steps in the mass of each cluster; the bound lies above the greatest by about its inverse. */
const STEPS = 1000;
/** What rounding may do to a weight. */
const ROUNDING = 1 + 1e-12;

/**
 * What no product of the momenta of all splits of a decay [M, m1, … mn] in GeV, each in the frame of its cluster, can
 * exceed, in GeV^(n−1); the greatest lies less than a percent below. Clusters are (1 2), (1 2 3), … A momentum grows
 * with the mass of its cluster and falls with that of the cluster before. So with F_k(x) the most that splits up to k
 * can give below a cluster of mass x, F_k(x) = max_y F_(k−1)(y)·p(x; y, m_k), and for y between two steps the first
 * factor is at most that at the upper, the second at most that at the lower. Throws InvalidInput for a closed decay.
 */
export function greatestMomentumProduct(masses: readonly number[]): number {
  checkMasses(masses);
  const [M, ...own] = masses;
  const available = own.reduce((rest, mass) => rest - mass, M);
  let threshold = own[0] + own[1];
  if (own.length === 2) return breakupMomentum(M, own[0], own[1]) * ROUNDING;
  const at = (k: number) => threshold + (k / STEPS) * available;
  let below = Float64Array.from({ length: STEPS + 1 }, (_, k) => breakupMomentum(at(k), own[0], own[1]));
  for (let body = 2; body < own.length; body++) {
    const lower = threshold;
    threshold += own[body];
    const least = (step: number): number => lower + (step / STEPS) * available;
    const most = (mass: number, upTo: number): number => {
      let greatest = 0;
      for (let k = 0; k < upTo; k++)
        greatest = Math.max(greatest, below[k + 1] * breakupMomentum(mass, least(k), own[body]));
      return greatest;
    };
    if (body === own.length - 1) return most(M, STEPS) * ROUNDING;
    const next = new Float64Array(STEPS + 1);
    for (let k = 1; k <= STEPS; k++) next[k] = most(at(k), k);
    below = next;
  }
  return Number.NaN;
}

/**
 * What no weight of `flatPhaseSpace` for [M, m1, … mn] can exceed, in GeV^(2n−4); see `greatestMomentumProduct`. Throws
 * InvalidInput for a closed decay.
 */
export function greatestFlatWeight(masses: readonly number[]): number {
  const n = masses.length - 1;
  const available = masses.slice(1).reduce((rest, mass) => rest - mass, masses[0]);
  let volume = 1 / (masses[0] * FOUR_PI);
  for (let k = 1; k <= n - 2; k++) volume *= available / (k * FOUR_PI * Math.PI);
  return volume * greatestMomentumProduct(masses);
}
