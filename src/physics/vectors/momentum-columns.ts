/** Four-momenta of one particle for a block of events, a column per component (GeV). */
export interface MomentumColumns {
  readonly energy: Float64Array;
  readonly px: Float64Array;
  readonly py: Float64Array;
  readonly pz: Float64Array;
}

/** Room for `count` four-momenta, all zero. */
export function allocateMomenta(count: number): MomentumColumns {
  return {
    energy: new Float64Array(count),
    px: new Float64Array(count),
    py: new Float64Array(count),
    pz: new Float64Array(count),
  };
}

/** Writes row `row` of a set of columns into row `to` of another. */
export function copyRow(from: MomentumColumns, row: number, into: MomentumColumns, to: number): void {
  into.energy[to] = from.energy[row];
  into.px[to] = from.px[row];
  into.py[to] = from.py[row];
  into.pz[to] = from.pz[row];
}

/** Writes the first `count` rows of a set of columns into another, from row `at` on. */
export function copyColumns(from: MomentumColumns, into: MomentumColumns, count: number, at = 0): void {
  into.energy.set(from.energy.subarray(0, count), at);
  into.px.set(from.px.subarray(0, count), at);
  into.py.set(from.py.subarray(0, count), at);
  into.pz.set(from.pz.subarray(0, count), at);
}
