import { eventTree } from '../../../events/decay-events.ts';
import type { DecaySource } from '../../../events/decay-source.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { RunPlan, SamplePlan } from '../run-plan.ts';
import { BATCH } from './candidate-source.ts';
import { decayGenerator } from './decay-generator.ts';
import { experimentOf } from './engine.ts';
import { sampleCalled } from './sample-called.ts';
import { compiledDecayOf } from './weight-pieces.ts';

/**
 * The decays of a sample of a plan, for who writes them to a file: as they happen: those of a run, where it does
 * not copy some of them, and without what the detector does to them. Throws InvalidInput for a
 * sample that the plan has not, and for one with particles that come from elsewhere.
 */
export function decaysOf(plan: RunPlan, sample: string): DecaySource {
  const index = sampleCalled(plan, sample);
  const { split: _, conversions: __, ...samplePlan }: SamplePlan = plan.samples[index];
  if (samplePlan.accidental !== undefined) {
    throw new InvalidInput(
      '--sample',
      `'${sample}' overlays a halo muon, which is no part of the decay that is written`,
    );
  }
  const compiled = compiledDecayOf(samplePlan);
  const generator = decayGenerator(experimentOf(plan, index), samplePlan, plan.seed, BATCH);
  return {
    tree: eventTree(samplePlan.decay, compiled.decay, compiled.flights),
    block: generator.block,
    references: compiled.references,
    fill: (firstEvent, count) => generator.generate(firstEvent, count),
  };
}
