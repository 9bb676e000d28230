import type { PublishedValue } from '../../search/published-value.ts';
import type { RunPower } from '../../search/results/power.ts';
import type { RunHead } from '../../search/results/run-head.ts';
import type { BackgroundYield } from '../../stages/background/background-yield.ts';
import type { BranchingLimit } from '../../stages/limits/branching-limit.ts';
import type { BudgetEntry } from '../../stages/normalisation/normalise.ts';
import type { EfficiencyInterval } from '../../statistics/efficiency-interval.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Fact } from '../../units/index.ts';
import type { ExpectedBackground } from './expected-background.ts';
import type { SampleRole } from './run-plan.ts';

/** One step of a cut-flow. */
export interface FlowStep {
  readonly name: string;
  readonly candidates: number;
  /** Expected events: for the signal at the single-event sensitivity × 1, for others at their branching ratios. */
  readonly yield: number | null;
  readonly efficiency: Estimate;
  /** What is left of the step before, with its interval; null when that is nothing. */
  readonly ofPrevious: EfficiencyInterval | null;
  /** Efficiency of this cut when all others are applied; null before the cuts, and when nothing passes the others. */
  readonly nMinusOne: EfficiencyInterval | null;
}

export interface SampleFlow {
  readonly sample: string;
  readonly role: SampleRole;
  readonly decay: string;
  readonly models: readonly string[];
  readonly events: number;
  readonly steps: readonly FlowStep[];
}

export interface RegionResult {
  readonly blind: boolean;
  /** Null where nothing is simulated and nothing published; `reason` says so. */
  readonly expected: ExpectedBackground | null;
  readonly reason?: string;
  /** What each simulated source gives here, in searches with several signal regions. */
  readonly simulated?: readonly BackgroundYield[];
  /** Counts of what plays the role of data; null in a closed box. */
  readonly observed: number | null;
}

export interface SpectrumResult {
  readonly axes: readonly {
    readonly observable: string;
    readonly symbol: string;
    readonly unit: { readonly name: string; readonly size: number };
    readonly from: number;
    readonly to: number;
    readonly bins: number;
  }[];
  /** Signal at one expected event; the normalisation peak and checks as fractions of the sample. */
  readonly signal: readonly number[];
  readonly backgrounds: Readonly<Record<string, readonly number[]>>;
  /** Error of the summed backgrounds (of `signal` in a control sample) from the size of the simulation, per bin. */
  readonly error: readonly number[];
  readonly data: readonly (number | null)[] | null;
}

/** The result of a run as JSON: numbers in native units (GeV, metres), no NaN, `null` where a number is absent. */
export interface RunDocument extends RunHead {
  readonly kind: 'kaon' | 'projection';
  readonly searchKind: 'kaon';
  /** Before the trigger; `trigger` is the fraction of accepted events that it keeps, downscaling included. */
  readonly acceptance: { readonly signal: Estimate; readonly normalisation: Estimate | null };
  readonly trigger: { readonly signal: number; readonly normalisation: number | null };
  /** Signal to normalisation, trigger included. */
  readonly acceptanceRatio: Estimate | null;
  readonly decayFraction: number;
  readonly kaonDecays: Estimate;
  readonly ses: Estimate;
  readonly errorBudget: readonly BudgetEntry[];
  /** How well the simulation knows what the answer is made of. */
  readonly power: RunPower;
  readonly background: ExpectedBackground & { readonly sources: readonly BackgroundYield[] };
  readonly regions: Readonly<Record<string, RegionResult>>;
  readonly limit: BranchingLimit | null;
  /** The limit that the published count gives with our sensitivity and background. */
  readonly limitAtPublishedCount: BranchingLimit | null;
  readonly published: {
    readonly observed?: Fact;
    readonly earlierLimit?: Fact;
    readonly improvement?: Fact;
    readonly rows: Readonly<Record<string, PublishedValue>>;
  };
  readonly checks: Readonly<Record<string, { readonly quantity: string; readonly result: Estimate }>>;
  /** Results of the search's analyses, by name. */
  readonly analyses: Readonly<Record<string, object>>;
  readonly cutflow: readonly SampleFlow[];
  readonly spectra: Readonly<Record<string, SpectrumResult>>;
}
