import type { MomentumColumns } from '../../../physics/vectors/momentum-columns.ts';

/** Least energy (GeV) in the laboratory of a product that has to be seen: softer ones are bent out of the acceptance, or cut. */
export const LEAST_ENERGY = 5;

/**
 * Product over the `needed` particles of a decay at rest (row `row`) of the share of all directions in which each has
 * the least energy in the laboratory, γ(E + p cosθ) ≥ 5 GeV: from 0, when one never has, to 1.
 */
export function hardShare(
  momenta: readonly MomentumColumns[],
  needed: readonly number[],
  row: number,
  gamma: number,
): number {
  let product = 1;
  for (const index of needed) {
    const { energy, px, py, pz } = momenta[index];
    const momentum = Math.sqrt(px[row] * px[row] + py[row] * py[row] + pz[row] * pz[row]);
    const lowest = (LEAST_ENERGY / gamma - energy[row]) / momentum;
    product *= Math.max(0, Math.min(2, 1 - lowest)) / 2;
  }
  return product;
}
