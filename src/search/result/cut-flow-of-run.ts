import { compileDecay } from '../../physics/index.ts';
import { FLOW_BEFORE_CUTS } from '../../stages/selection/tally.ts';
import { weightedFraction } from '../../statistics/estimate.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import { eventsPerWeight } from './events-per-weight.ts';
import type { NormalisedRun } from './normalise-run.ts';
import type { ReadSample } from './read-samples.ts';
import type { SampleFlow } from './run-document.ts';

/** The cut-flow of one sample. */
export function flowOf(sample: ReadSample, plan: RunPlan, normalised: NormalisedRun): SampleFlow {
  const { summary } = sample;
  const scale = eventsPerWeight(sample, plan, normalised);
  const { decay, hidden } = sample.plan;
  return {
    sample: sample.plan.key,
    role: sample.plan.role,
    decay,
    models: compileDecay(decay, hidden === undefined ? {} : { hidden }).modelIds,
    events: sample.plan.events,
    steps: summary.flow.map(({ name, ...count }, i) => {
      const without = summary.withoutOne[i - FLOW_BEFORE_CUTS.length];
      return {
        name,
        candidates: count.candidates,
        yield: count.weight * scale,
        efficiency: weightedFraction(count, summary.generated),
        alone: without === undefined || without.weight === 0 ? null : 1 - summary.selected.weight / without.weight,
      };
    }),
  };
}
