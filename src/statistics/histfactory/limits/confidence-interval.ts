/** An interval of the parameter of interest. */
export interface ConfidenceInterval {
  readonly poi: string;
  readonly level: number;
  readonly method: 'asymptotic' | 'toys';
  /** Lower and upper end; null when there is none, see `reason`. */
  readonly interval: readonly [number, number] | null;
  readonly bestFit: number | null;
  /** Why the large-sample formulae should not be trusted here; null with toys or when they are fine. */
  readonly unsafeBecause: string | null;
  readonly reason: string | null;
}
