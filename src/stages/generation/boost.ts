import type { MomentumColumns } from '../../physics/vectors/momentum-columns.ts';

/**
 * Boosts `momenta` (rest frame of the parent) to the frame where the parent has `parent`, in place, for `count` rows:
 * E = (E_P E′ + P·p′)/M, p = p′ + P((P·p′)/(M(E_P + M)) + E′/M).
 */
export function boostToParent(parent: MomentumColumns, mass: number, momenta: MomentumColumns, count: number): void {
  const { energy, px, py, pz } = momenta;
  for (let i = 0; i < count; i++) {
    const bx = parent.px[i];
    const by = parent.py[i];
    const bz = parent.pz[i];
    const be = parent.energy[i];
    const product = bx * px[i] + by * py[i] + bz * pz[i];
    const along = product / (mass * (be + mass)) + energy[i] / mass;
    energy[i] = (be * energy[i] + product) / mass;
    px[i] += bx * along;
    py[i] += by * along;
    pz[i] += bz * along;
  }
}

/** As `boostToParent`, for one row. */
export function boostRow(
  parent: MomentumColumns,
  mass: number,
  { energy, px, py, pz }: MomentumColumns,
  row: number,
): void {
  const be = parent.energy[row];
  const product = parent.px[row] * px[row] + parent.py[row] * py[row] + parent.pz[row] * pz[row];
  const along = product / (mass * (be + mass)) + energy[row] / mass;
  energy[row] = (be * energy[row] + product) / mass;
  px[row] += parent.px[row] * along;
  py[row] += parent.py[row] * along;
  pz[row] += parent.pz[row] * along;
}
