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
