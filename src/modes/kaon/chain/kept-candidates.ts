import { type CandidateBlock, copyCandidates } from '../../../events/candidate-block.ts';
import type { WeightPieces } from '../../../stages/selection/tally.ts';
import type { SamplePlan } from '../run-plan.ts';
import type { CandidateConsumer, CandidateSource } from './candidate-source.ts';
import { eachBatch } from './sample-simulation.ts';
import type { SampleTally } from './sample-tally.ts';

/** The candidates of one assignment of one batch that are left after the choice of readings, and their weight pieces. */
interface KeptReading {
  readonly candidates: CandidateBlock;
  readonly pieces: WeightPieces;
}

/** One batch: the weights of all its decays, and its candidates, reading by reading. */
interface KeptBatch {
  readonly weight: Float64Array;
  readonly generatedPieces: WeightPieces;
  readonly readings: readonly KeptReading[];
}

/** The candidates of one block, before trigger, vetoes and cuts: all that a tally needs. */
export interface KeptBlock {
  readonly batches: readonly KeptBatch[];
  readonly bytes: number;
}

const bytesOf = (columns: readonly Float64Array[]): number =>
  columns.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Simulates a block and keeps its candidates. */
export function keepBlock(source: CandidateSource, { events }: SamplePlan, block: number): KeptBlock {
  const batches: KeptBatch[] = [];
  let bytes = 0;
  eachBatch(events, block, (first, count) => {
    const readings: KeptReading[] = [];
    let weight = new Float64Array(0);
    let generatedPieces: WeightPieces = [];
    const consumer: CandidateConsumer = {
      generated: (all, n, pieces) => {
        weight = all.slice(0, n);
        generatedPieces = pieces.map((columns) => columns.map((column) => column.slice(0, n)));
        bytes += weight.byteLength + generatedPieces.reduce((sum, columns) => sum + bytesOf(columns), 0);
      },
      candidates: (candidates) => {
        const kept = copyCandidates(candidates, (i) => candidates.weight[i] !== 0 || candidates.untriggered[i] !== 0);
        readings.push({ candidates: kept.block, pieces: generatedPieces });
        bytes += kept.bytes;
      },
    };
    source.batch(first, count, consumer);
    batches.push({ weight, generatedPieces, readings });
  });
  return { batches, bytes };
}

/** The sums of a kept block, to the last bit those of a simulation with the same cuts, regions, trigger and vetoes. */
export function tallyKept({ batches }: KeptBlock, counts: SampleTally): Float64Array {
  const sums = new Float64Array(counts.layout.length);
  for (const { weight, generatedPieces, readings } of batches) {
    counts.addGenerated(weight, weight.length, sums, generatedPieces);
    for (const { candidates, pieces } of readings) {
      const { weight: w, weightLow, weightHigh, untriggered } = candidates;
      const before = [w, weightLow, weightHigh, untriggered].map((column) => column.slice());
      counts.addCandidates(candidates, sums, pieces);
      // The tally multiplies trigger and vetoes into the weights.
      for (const [i, column] of [w, weightLow, weightHigh, untriggered].entries()) column.set(before[i]);
    }
  }
  return sums;
}
