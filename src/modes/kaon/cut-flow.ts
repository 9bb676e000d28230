import { decayModelIdsOf } from '../../physics/decays/compile-decay.ts';
import type { WeightedCount } from '../../stages/selection/summary.ts';
import { FLOW_BEFORE_CUTS } from '../../stages/selection/tally.ts';
import { efficiencyInterval } from '../../statistics/efficiency-interval.ts';
import { weightedFraction } from '../../statistics/estimate.ts';
import type { ReadSample } from './chain/read-samples.ts';
import { eventsPerWeight } from './events-per-weight.ts';
import type { NormalisedRun } from './normalise.ts';
import type { SampleFlow } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';

/** Number of equal weights that would scatter as much: (Σw)²/Σw². */
const effective = ({ weight, squares }: WeightedCount): number => (squares > 0 ? (weight * weight) / squares : 0);

/** The cut-flow of one sample; without yields where the run is not normalised. */
export function flowOf(sample: ReadSample, plan: RunPlan, normalised: NormalisedRun | undefined): SampleFlow {
  const { summary } = sample;
  const scale = normalised === undefined ? undefined : eventsPerWeight(sample, plan, normalised);
  const { decay, hidden, models } = sample.plan;
  const { selected } = summary;
  return {
    sample: sample.plan.key,
    role: sample.plan.role,
    decay,
    models: decayModelIdsOf(decay, { ...(hidden && { hidden }), ...(models && { models }) }),
    events: sample.plan.events,
    steps: summary.flow.map(({ name, ...count }, i) => {
      const without = summary.withoutOne[i - FLOW_BEFORE_CUTS.length];
      const before = i === 0 ? summary.generated : summary.flow[i - 1];
      // Weights of candidates that one cut rejects scatter like those of the selected ones.
      const share = selected.candidates > 0 ? effective(selected) / selected.candidates : 1;
      return {
        name,
        candidates: count.candidates,
        yield: scale === undefined ? null : count.weight * scale,
        efficiency: weightedFraction(count, summary.generated),
        ofPrevious: before.weight > 0 ? efficiencyInterval(count.weight / before.weight, effective(before)) : null,
        nMinusOne:
          without === undefined || without.weight === 0
            ? null
            : efficiencyInterval(selected.weight / without.weight, without.candidates * share),
      };
    }),
  };
}
