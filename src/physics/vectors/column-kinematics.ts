import type { MomentumColumns } from './momentum-columns.ts';

/**
 * Boosts `count` momenta in place from the rest frame of their parents to the frame in which `parents` are given.
 * `mass` > 0 in GeV is the parents' common mass.
 */
export function boostColumns(momenta: MomentumColumns, parents: MomentumColumns, mass: number, count: number): void {
  const { energy, px, py, pz } = momenta;
  const { energy: parentEnergy, px: parentX, py: parentY, pz: parentZ } = parents;
  for (let i = 0; i < count; i++) {
    const e = energy[i];
    const along = parentX[i] * px[i] + parentY[i] * py[i] + parentZ[i] * pz[i];
    const shift = (along / (parentEnergy[i] + mass) + e) / mass;
    px[i] += parentX[i] * shift;
    py[i] += parentY[i] * shift;
    pz[i] += parentZ[i] * shift;
    energy[i] = (parentEnergy[i] * e + along) / mass;
  }
}

/** p_a·p_b of event `i` (metric +, −, −, −). */
export function dotAt(a: MomentumColumns, b: MomentumColumns, i: number): number {
  return a.energy[i] * b.energy[i] - a.px[i] * b.px[i] - a.py[i] * b.py[i] - a.pz[i] * b.pz[i];
}
