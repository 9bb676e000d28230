import type { Experiment } from '../../../experiments/experiment.ts';
import type { TallyLayout } from '../../../stages/selection/tally.ts';
import { BLOCK_EVENTS, type SamplePlan } from '../run-plan.ts';
import { BATCH, type CandidateConsumer, candidateSource } from './candidate-source.ts';
import { sampleTally } from './sample-tally.ts';

/** One sample's way from the beam to the sums of its selected candidates. */
export interface SampleSimulation {
  /** Simulates block `block` and adds to `sums`. */
  simulateBlock(block: number, sums: Float64Array): void;
  readonly layout: TallyLayout;
}

/** Calls `batch` for each batch of a block: the first event and how many. */
export function eachBatch(events: number, block: number, batch: (firstEvent: number, count: number) => void): void {
  const end = Math.min(events, (block + 1) * BLOCK_EVENTS);
  for (let first = block * BLOCK_EVENTS; first < end; first += BATCH) batch(first, Math.min(BATCH, end - first));
}

/** The simulation of one sample; results depend on (plan, seed, block) alone. Throws InvalidInput for a bad sample. */
export function sampleSimulation(experiment: Experiment, sample: SamplePlan, seed: number): SampleSimulation {
  const source = candidateSource(experiment, sample, seed);
  const counts = sampleTally(experiment, sample);
  let into = new Float64Array(0);
  const consumer: CandidateConsumer = {
    generated: (weight, count, pieces) => counts.addGenerated(weight, count, into, pieces),
    candidates: (candidates, _, pieces) => counts.addCandidates(candidates, into, pieces),
  };
  return {
    layout: counts.layout,
    simulateBlock(block, sums) {
      into = sums as Float64Array<ArrayBuffer>;
      eachBatch(sample.events, block, (first, count) => source.batch(first, count, consumer));
    },
  };
}
