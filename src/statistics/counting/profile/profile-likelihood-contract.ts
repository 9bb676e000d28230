/**
 * The likelihood of a counting model with nuisance parameters profiled: −ln L(s, z) = Σ [μᵢ − nᵢ ln μᵢ] + ½ Σ (z − a)²,
 * one z per uncertain background or efficiency, in standard deviations, and an auxiliary measurement a of each (0 in
 * the experiment itself, drawn anew in pseudo-experiments). A `gauss` background is value + error·z, kept at zero or
 * above. Counts may be fractional (Asimov data).
 */
export interface ProfileLikelihood {
  /** Number of nuisance parameters: the length of `aux` and `z`. */
  readonly nuisances: number;
  readonly channels: number;
  /** min over z of −ln L at signal s; writes the place into `z` when given. */
  readonly at: (s: number, counts: ArrayLike<number>, aux: ArrayLike<number>, z?: Float64Array) => number;
  /** min over z and s ≥ 0 of −ln L, and ŝ. */
  readonly best: (counts: ArrayLike<number>, aux: ArrayLike<number>) => { readonly s: number; readonly value: number };
  /** Expected counts at s and z, written into `out`. */
  readonly means: (s: number, z: ArrayLike<number>, out: Float64Array) => void;
}
