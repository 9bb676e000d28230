import { countIn, signalRegionsOf } from '../../search/signal-regions.ts';
import { type BackgroundYield, backgroundYield, scaledBackground } from '../../stages/background/background-yield.ts';
import type { ReadSample } from './chain/read-samples.ts';
import type { NormalisedRun } from './normalise.ts';
import type { RunPlan } from './run-plan.ts';
import { boxesOf, typicalWeight } from './typical-weight.ts';

/** Expected events of every simulated background in regions together. */
export const simulatedYields = (
  plan: RunPlan,
  samples: readonly ReadSample[],
  normalised: NormalisedRun,
  regions: readonly string[],
): BackgroundYield[] =>
  samples
    .filter(({ plan: { role } }) => role === 'background')
    .map((sample) => yieldOf(sample, regions, plan, normalised));

function yieldOf(
  sample: ReadSample,
  regions: readonly string[],
  plan: RunPlan,
  normalised: NormalisedRun,
): BackgroundYield {
  const { summary } = sample;
  const { branchingRatio, events } = plan.search.backgrounds[sample.plan.key];
  const region = countIn(summary, regions);
  if (events !== undefined) {
    return scaledBackground(sample.plan.key, events, region, countIn(summary, signalRegionsOf(plan.search)));
  }
  return backgroundYield({
    name: sample.plan.key,
    kaonDecays: normalised.flux,
    branchingRatio,
    generated: summary.generated.weight,
    region,
    typicalWeight: typicalWeight(summary, boxesOf(plan.search, regions)),
  });
}
