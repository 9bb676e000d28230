import { countIn, signalRegionsOf } from '../../search/signal-regions.ts';
import type { ReadSample } from './chain/read-samples.ts';
import type { NormalisedRun } from './normalise.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * Events that one unit of weight stands for: one signal event in the region, backgrounds at their branching ratios or
 * scaled to their cited events (0 when nothing survives to be scaled), checks as fractions of the sample.
 */
export function eventsPerWeight(sample: ReadSample, plan: RunPlan, normalised: NormalisedRun): number {
  const { role, key } = sample.plan;
  const generated = sample.summary.generated.weight;
  if (role === 'signal')
    return (normalised.flux.value * normalised.singleEventSensitivity.value * normalised.signalFraction) / generated;
  if (role === 'background') {
    const { branchingRatio, events } = plan.search.backgrounds[key];
    if (events === undefined) return (normalised.flux.value * branchingRatio.value) / generated;
    const { weight } = countIn(sample.summary, signalRegionsOf(plan.search));
    return weight > 0 ? events.value / weight : 0;
  }
  const { normalisation } = plan.search;
  if (role === 'normalisation' && 'observed' in normalisation) {
    return (normalised.flux.value * normalisation.branchingRatio.value) / generated;
  }
  return 1 / generated;
}
