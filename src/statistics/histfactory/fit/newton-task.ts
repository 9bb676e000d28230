/** Where to look for the minimum: start, bounds, and which parameters stay where they start. */
export interface NewtonTask {
  readonly start: ArrayLike<number>;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly fixed: Uint8Array;
}

export interface NewtonResult {
  readonly theta: Float64Array;
  /** The likelihood's value there, see `Likelihood`. */
  readonly value: number;
  /** Estimated vertical distance to the minimum. */
  readonly edm: number;
  readonly iterations: number;
  readonly valid: boolean;
  readonly reason: string | null;
  /** The curvature vanishes along some direction: the minimum is not a single point. */
  readonly degenerate: boolean;
}
