import type { FormFactorFit as Fit, FitParameter, FitResult, PullSummary } from '../../../../statistics/fits/index.ts';
import type { LikelihoodContours } from '../../../../statistics/likelihood-scan/index.ts';

/** A fit as it is kept: the best solution, further ones, what was fitted. */
export type KeptFit = Omit<Fit, 'covariance' | 'correlation'> & Pick<FitResult, 'covariance' | 'correlation'>;

/** One amplitude fitted to pseudo-experiments drawn from the nominal one. */
export interface DescriptionResult {
  readonly branchingRatio: number;
  /** Mean of the fitted values with its error, by parameter; null when no fit succeeded. */
  readonly values: Readonly<Record<string, { readonly value: number; readonly error: number } | null>>;
  readonly failed: number;
  readonly pValues: readonly (number | null)[];
  readonly medianPValue: number | null;
}

/** Expected statistical errors, from the fit of the expectation itself. */
export interface ExpectedErrors {
  readonly parameters: readonly FitParameter[];
  readonly correlation: readonly (readonly number[])[];
}

export interface FormFactorResult {
  /** What the simulated expectation was multiplied by to give the published candidates. */
  readonly scale: number;
  readonly acceptance: { readonly value: number; readonly error: number };
  /** At the parameters of the pseudo-data. */
  readonly branchingRatio: { readonly value: number; readonly error: number };
  /** Statistical error of the branching ratio from the sum of the measured rate over the bins. */
  readonly branchingRatioError: number;
  /** Null where the fit fails, for lack of simulated events. */
  readonly expected: {
    readonly normalised: ExpectedErrors | null;
    readonly floating: ExpectedErrors | null;
    /** The same with the statistical error of the simulation in it. */
    readonly withSimulation: ExpectedErrors | null;
  };
  /** What was fitted: pseudo-data of this analysis, or the data of the run once its box is open. */
  readonly data: 'pseudo-data' | 'pseudo-data of the run' | 'user';
  readonly note: string;
  readonly fit: KeptFit;
  /** Expected events of the fit in every bin: Σ over monomials of the parameters times a row, and the background. */
  readonly template: {
    /** One power for each parameter of the fit, in their order. */
    readonly monomials: readonly (readonly number[])[];
    readonly rows: readonly (readonly number[])[];
    readonly background: readonly number[];
  };
  /** About each solution, from its own minimum, the best solution first; none unless there are two parameters. */
  readonly contours: readonly (LikelihoodContours & { readonly above: number })[];
  /** In units of the variable. */
  readonly edges: readonly number[];
  /** Measured branching ratio per unit of the variable, its error, and that of the fit. */
  readonly rate: {
    readonly value: readonly number[];
    readonly error: readonly number[];
    readonly fitted: readonly number[];
  };
  readonly squaredFormFactor: {
    readonly value: readonly (number | null)[];
    readonly error: readonly (number | null)[];
    readonly fitted: readonly (number | null)[];
  } | null;
  readonly asymmetry: {
    readonly error: number;
    readonly oneSided: number;
    readonly central: number;
  } | null;
  /** Pulls of the parameters over pseudo-experiments. */
  readonly pulls: Readonly<Record<string, PullSummary | null>>;
  readonly descriptions: Readonly<Record<string, DescriptionResult>>;
}
