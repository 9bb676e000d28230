import { canonicalJson, digestOfDocument } from '../../search/asking/digest.ts';
import { experimentOf } from './chain/engine.ts';
import { BLOCK_EVENTS, type RunPlan } from './run-plan.ts';

/** For each sample of a plan a text of all that its blocks depend on: the experiment as it sees it, the seed, its own plan. */
export function sampleTexts(plan: RunPlan): string[] {
  const digests = new Map<boolean, string>();
  return plan.samples.map(({ events: _events, blocks: _blocks, ...sample }, i) => {
    const counted = sample.role === 'normalisation';
    const experiment = digests.get(counted) ?? digestOfDocument(experimentOf(plan, i));
    digests.set(counted, experiment);
    return canonicalJson({ experiment, seed: plan.seed, block: BLOCK_EVENTS, sample });
  });
}
