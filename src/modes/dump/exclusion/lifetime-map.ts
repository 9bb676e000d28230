/** Upper limits on a product of branching fractions over masses and lifetimes. */
export interface LifetimeMap {
  readonly search: string;
  readonly product: string;
  readonly cl: number;
  readonly masses: readonly number[];
  /** cτ, m. */
  readonly lifetimes: readonly number[];
  /** limits[i][j] at masses[i] and lifetimes[j]; null where no event would be accepted, even with a branching fraction of 1. */
  readonly limits: readonly (readonly (number | null)[])[];
  readonly assumptions: readonly string[];
}
