import { countingLimit } from '../../statistics/counting/index.ts';
import type { Estimate } from '../../statistics/estimate.ts';

export interface BranchingLimitInput {
  /** Events seen; null while the box is closed. */
  readonly observed: number | null;
  readonly background: Estimate;
  readonly singleEventSensitivity: Estimate;
  readonly level: number;
  readonly method: 'cls' | 'feldman-cousins' | 'bayes';
}

export interface BranchingLimit {
  readonly cl: number;
  readonly method: string;
  readonly observed: number | null;
  /** Without signal, at −2, −1, 0, 1, 2 standard deviations. */
  readonly expected: readonly number[];
  readonly signalEvents: { readonly observed: number | null; readonly expected: readonly number[] };
}

/** Upper limit on a branching ratio from one counted region, with background (Gaussian, cut at 0) and SES uncertain. */
export function branchingLimit(input: BranchingLimitInput): BranchingLimit {
  const { observed, background, singleEventSensitivity: ses, level, method } = input;
  const limit = countingLimit({
    observed,
    background: background.value,
    ...(background.error > 0 ? { backgroundError: background.error, backgroundModel: 'gauss' as const } : {}),
    ses: ses.value,
    sesError: ses.error / ses.value,
    level,
    method,
  });
  return {
    cl: level,
    method: limit.method,
    observed: limit.branchingRatio?.observed ?? null,
    expected: [...(limit.branchingRatio?.expected ?? [])],
    signalEvents: { observed: limit.signalEvents.observed, expected: [...(limit.signalEvents.expected ?? [])] },
  };
}
