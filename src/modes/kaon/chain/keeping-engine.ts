import type { BlockEngine } from '../../../tasks/index.ts';
import { redoOf } from '../redo.ts';
import type { RunPlan } from '../run-plan.ts';
import { candidateSource } from './candidate-source.ts';
import { experimentOf, openEngine } from './engine.ts';
import { type KeptBlock, keepBlock, tallyKept } from './kept-candidates.ts';
import { type SampleTally, sampleTally } from './sample-tally.ts';

/** Candidates kept at most, in bytes; blocks beyond are simulated anew each time. */
const MOST_BYTES = 512 * 2 ** 20;

/** Blocks of each sample that are kept, the first ones: keeping costs half as much as simulating. */
const KEPT_BLOCKS = 2;

/**
 * An engine for a worker that lives from plan to plan and remembers candidates: where a plan differs from the one before
 * in cuts, regions, spectra, trigger or vetoes alone, its blocks are tallied from what was kept, to the same bits.
 */
export function keepingEngine(): (plan: RunPlan) => BlockEngine {
  let before: RunPlan | undefined;
  let kept = new Map<string, KeptBlock>();
  let bytes = 0;
  return (plan) => {
    const redo = before === undefined ? 'decays' : redoOf(before, plan);
    if (redo === 'decays' || redo === 'candidates') {
      kept = new Map();
      bytes = 0;
    }
    before = plan;
    let engine: BlockEngine | undefined;
    const plain = (): BlockEngine => {
      engine ??= openEngine(plan);
      return engine;
    };
    const tallies = new Map<number, SampleTally>();
    const tallyOf = (sample: number): SampleTally => {
      const known = tallies.get(sample);
      if (known !== undefined) return known;
      const made = sampleTally(experimentOf(plan, sample), plan.samples[sample]);
      tallies.set(sample, made);
      return made;
    };
    return {
      simulateBlock(sample, block) {
        if (block >= KEPT_BLOCKS) return plain().simulateBlock(sample, block);
        const key = `${sample}/${block}`;
        let found = kept.get(key);
        if (found === undefined) {
          const { [sample]: samplePlan } = plan.samples;
          found = keepBlock(candidateSource(experimentOf(plan, sample), samplePlan, plan.seed), samplePlan, block);
          if (bytes + found.bytes <= MOST_BYTES) {
            kept.set(key, found);
            bytes += found.bytes;
          }
        }
        return tallyKept(found, tallyOf(sample));
      },
    };
  };
}
