/** An upper limit on the parameter of interest with its expected band. */
export interface WorkspaceLimit {
  readonly poi: string;
  readonly level: number;
  readonly method: 'asymptotic' | 'toys';
  /** Upper limit on the parameter of interest; null when none was found, see `reason`. */
  readonly observed: number | null;
  /** Limits at −2σ…+2σ of the background-only outcomes. */
  readonly expected: readonly (number | null)[];
  readonly bestFit: number | null;
  readonly safe: boolean;
  /** Why the large-sample formulae should not be trusted here; null with toys or when they are fine. */
  readonly unsafeBecause: string | null;
  readonly reason: string | null;
}
