import type { CandidateBlock } from '../../../events/candidate-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { type TallyLayout, tally, type WeightPieces } from '../../../stages/selection/tally.ts';
import type { SamplePlan } from '../run-plan.ts';
import { BATCH } from './candidate-source.ts';
import { compileSample } from './compile-sample.ts';
import { triggerOf, vetoesOf } from './trigger-and-vetoes.ts';

/** What is counted of a sample's candidates: trigger, photon veto, cuts, regions, spectra. */
export interface SampleTally {
  readonly layout: TallyLayout;
  addGenerated(weight: Float64Array, count: number, sums: Float64Array, pieces: WeightPieces): void;
  /** Adds the candidates of one assignment of one batch; their weights are multiplied by trigger and vetoes on the way. */
  addCandidates(candidates: CandidateBlock, sums: Float64Array, pieces: WeightPieces): void;
}

/** The tally of a sample, for batches of candidates. Throws InvalidInput with the path of what is wrong. */
export function sampleTally(experiment: Experiment, sample: SamplePlan): SampleTally {
  const compiled = compileSample(sample);
  const counts = tally(compiled.cuts, compiled.regions, compiled.spectra, BATCH, compiled.templates);
  const trigger = triggerOf(experiment, sample);
  const vetoes = vetoesOf(sample);
  const probability = new Float64Array(BATCH);
  return {
    layout: counts.layout,
    addGenerated: counts.addGenerated,
    addCandidates(candidates, sums, pieces) {
      counts.addFlow(0, candidates, sums);
      trigger?.(candidates, probability);
      counts.addFlow(1, candidates, sums);
      if (vetoes !== undefined) {
        for (let i = 0; i < candidates.count; i++) {
          const passes = vetoes.central(candidates, i);
          candidates.weight[i] *= passes;
          candidates.weightLow[i] *= vetoes.low(candidates, i);
          candidates.weightHigh[i] *= vetoes.high(candidates, i);
          candidates.untriggered[i] *= passes;
        }
      }
      counts.addFlow(2, candidates, sums);
      counts.addSelected(candidates, sums, pieces);
    },
  };
}
