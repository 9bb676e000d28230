/** One parameter after a fit. `minos` is [down, up] with down ≤ 0 ≤ up, null where it was not asked for or failed. */
export interface FitParameter {
  readonly name: string;
  readonly value: number;
  /** Parabolic error from HESSE; 0 for a fixed parameter. */
  readonly error: number;
  readonly minos: readonly [down: number, up: number] | null;
  readonly fixed: boolean;
  /** The value is pressed against a bound, so its error is one-sided and its correlations are not given. */
  readonly atLimit: boolean;
}

/** One minimum of the objective. Matrices run over the parameters in their order, row by row. */
export interface FitSolution {
  readonly parameters: readonly FitParameter[];
  /** The objective at the minimum: χ² or −2 ln L (Baker–Cousins for counts). */
  readonly twiceNll: number;
  readonly covariance: readonly (readonly number[])[];
  readonly correlation: readonly (readonly number[])[];
}

/** How well the best solution describes the data: the objective read as χ². */
export interface Goodness {
  readonly chi2: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * A fit. When `valid` is false `reason` says why in a sentence and the numbers are the best point seen, no fit.
 * `others` are further minima, best first, each with how far above the best it lies: a rate quadratic in an amplitude
 * often has two solutions.
 */
export interface FitResult extends FitSolution {
  readonly valid: boolean;
  readonly reason: string | null;
  /** null where the objective has no χ² meaning or no degree of freedom is left. */
  readonly goodness: Goodness | null;
  readonly others: readonly (FitSolution & { readonly above: number })[];
  /** Sentences on what went unusually (a MINOS side that failed, a parameter at its bound). */
  readonly notes: readonly string[];
}

/** The value and errors of a parameter by name; undefined when there is none. */
export function fitted(solution: FitSolution, name: string): FitParameter | undefined {
  return solution.parameters.find((parameter) => parameter.name === name);
}
