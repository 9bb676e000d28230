import type { CountingModel, Counts } from './counting-model.ts';

/** A limit on the signal s of a counting model. */
export interface SignalInterval {
  /** Lower end of the interval; 0 for methods that only set upper limits. */
  readonly lower: number;
  readonly upper: number;
  /** Sentences on what was assumed or went unusually. */
  readonly notes: readonly string[];
}

/** The limits one would expect to set without a signal, at −2, −1, 0, 1, 2 standard deviations, and their mean. */
export interface ExpectedLimits {
  readonly bands: readonly [number, number, number, number, number];
  /** Null, with a note, where the background is too wide for a mean. */
  readonly mean: number | null;
  readonly notes: readonly string[];
}

/** Choices that only some methods read; every one has a default. */
export interface MethodOptions {
  /** Pseudo-experiments per tested signal, where a method needs them. */
  readonly toys: number;
  readonly seed: number;
  /** Bayesian prior of s. */
  readonly prior: 'flat' | 'jeffreys';
  /** Feldman–Cousins: raise the upper end at b to the largest one found at any larger b, as the published tables do. */
  readonly monotoneInBackground: boolean;
  /** Rolke: take ŝ ≥ 0 (`true`) or the free maximum (`false`, the usual choice). */
  readonly bounded: boolean;
}

/**
 * One way of turning counts into limits. Adding one means one file in `methods/` that exports such an object as default;
 * its name is that of the file.
 */
export interface LimitMethod {
  readonly title: string;
  readonly references: readonly string[];
  /** What its number means and how it treats nuisance parameters, in sentences. */
  readonly conventions: readonly string[];
  /**
   * Sets up the model once (InvalidInput for one that it cannot treat) and returns the interval at `level`, 0 < level
   * < 1, as a function of the counts.
   */
  readonly prepare: (model: CountingModel, level: number, options: MethodOptions) => (counts: Counts) => SignalInterval;
  /** Only where there is a faster way than setting the limit for every likely outcome without a signal. */
  readonly expected?: (model: CountingModel, level: number, options: MethodOptions) => ExpectedLimits;
}
