import { centralWidth } from '../../stages/selection/central-width.ts';
import { type Estimate, weightedFraction } from '../../statistics/estimate.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';
import type { ReadSample } from './chain/read-samples.ts';
import type { RunPlan } from './run-plan.ts';

/** What a control sample gives: its acceptance, or the resolution of its discriminant. */
export function checkOf({ plan, summary }: ReadSample, run: RunPlan): { quantity: string; result: Estimate } {
  const { quantity } = run.search.checks[plan.key];
  const result =
    quantity === 'acceptance'
      ? weightedFraction(summary.selected, summary.generated)
      : centralWidth(summary.spectra[DISCRIMINANT]);
  return { quantity, result };
}
