import { expm1 } from '../../math/elementary.ts';
import { ALPHA } from '../production/standard-model.ts';
import { dotAt } from '../vectors/column-kinematics.ts';
import { kaellen } from '../vectors/kaellen.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';

const SLOWEST = 1e-9;

/**
 * Sommerfeld factor A/(e^A − 1), A = 2πα·charges/β, of two particles with relative velocity `beta` and product of
 * charges `charges`: above 1 (attraction) for opposite charges. Velocities below 1e-9 count as 1e-9.
 * Source: G. Isidori, Eur. Phys. J. C 53 (2008) 567, arXiv:0709.2439.
 */
export function sommerfeldFactor(beta: number, charges: number): number {
  const a = (2 * Math.PI * ALPHA * charges) / Math.max(beta, SLOWEST);
  return a === 0 ? 1 : a / expm1(a);
}

/** Relative velocity √λ(s, m1², m2²)/(s − m1² − m2²) of two particles with invariant mass √s. */
export function relativeVelocity(s: number, m1: number, m2: number): number {
  const lambda = kaellen(s, m1 * m1, m2 * m2);
  return lambda > 0 ? Math.sqrt(lambda) / (s - m1 * m1 - m2 * m2) : 0;
}

/**
 * Ω_C: the product of the Sommerfeld factors of all pairs of charged products, for one event. `masses` and `charges`
 * belong to `products`.
 */
export function coulombFactor(
  products: readonly MomentumColumns[],
  masses: ArrayLike<number>,
  charges: ArrayLike<number>,
  i: number,
): number {
  let factor = 1;
  for (let a = 0; a < products.length; a++) {
    if (charges[a] === 0) continue;
    for (let b = a + 1; b < products.length; b++) {
      if (charges[b] === 0) continue;
      const s = masses[a] * masses[a] + masses[b] * masses[b] + 2 * dotAt(products[a], products[b], i);
      factor *= sommerfeldFactor(relativeVelocity(s, masses[a], masses[b]), charges[a] * charges[b]);
    }
  }
  return factor;
}
