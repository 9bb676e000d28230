import type { CountingModel } from './counting-model.ts';

/** A limit on the signal s of a counting model. */
export interface SignalInterval {
  /** Lower end of the interval; 0 for methods that only set upper limits. */
  readonly lower: number;
  readonly upper: number;
  /** Sentences on what was assumed or went unusually. */
  readonly notes: readonly string[];
}

/** What one would expect to set without a signal: the limits at −2, −1, 0, 1, 2 standard deviations, and their mean. */
export interface ExpectedLimits {
  readonly bands: readonly [number, number, number, number, number];
  readonly mean: number;
}

/** One way of turning counts into limits. Adding one means one file that exports such an object. */
export interface LimitMethod {
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
  /** What its number means and how it treats nuisances, in sentences. */
  readonly conventions: readonly string[];
  /** The interval at confidence level `cl`, 0 < cl < 1. InvalidInput for a model it cannot treat. */
  readonly interval: (model: CountingModel, cl: number) => SignalInterval;
  /** Only where the expected limits do not follow from the distribution of the counts without a signal. */
  readonly expected?: (model: CountingModel, cl: number) => ExpectedLimits;
}
