import type { Fact, Measured } from '../../units/index.ts';
import type { PublishedValue } from '../published-value.ts';

/** One category of a measurement: a run, a region, a hardware configuration. All numbers are published: inputs. */
export interface MeasurementCategory {
  readonly observed: Fact;
  readonly background: Measured;
  /** Signal expected at the reference branching ratio. */
  readonly expectedSignal: Measured;
}

/** The branching ratio of a rare decay from counts in categories, by the profile likelihood of all of them. */
export interface CategoryMeasurement {
  readonly kind: 'category measurement';
  readonly referenceBranchingRatio: Fact;
  readonly categories: Readonly<Record<string, MeasurementCategory>>;
  /** Precision for which the needed exposure is computed. */
  readonly precision: number;
  readonly published: { readonly branchingRatio: PublishedValue; readonly significance: PublishedValue };
}
