import type { DecayBlock } from '../../../events/decay-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { fillUniforms, streamKey } from '../../../math/random/index.ts';
import { systematicRows } from '../../../stages/generation/systematic-rows.ts';
import { decaySilence } from '../../../stages/simulation/hermetic/decay-silence.ts';
import type { SamplePlan } from '../run-plan.ts';
import { hermeticNeeds } from './hermetic-needs.ts';
import { photonPairsOf } from './photon-pairs.ts';
import { compiledDecayOf } from './weight-pieces.ts';

/** Importance of a decay that cannot be silent, over the mean of its batch. */
const LEAST = 0.05;

/**
 * Whether the decays of a sample are dealt out by how silent they are: backgrounds of hermetic searches with another track,
 * or with a photon that is not averaged over.
 */
export function dealsSilent(sample: SamplePlan): boolean {
  if (sample.role !== 'background' || sample.selection.photonVeto !== 'hermetic') return false;
  const { finalState, decay } = compiledDecayOf(sample);
  const photons = finalState.filter(({ name }) => name === 'gamma').length;
  const tracks = finalState.filter(({ charge }) => charge !== 0).length;
  return tracks > 1 || photons > 2 * photonPairsOf(decay.root).length;
}

/**
 * Deals the rows of a block out again in proportion to weight times silence: decays that leave one track and nothing
 * else come up many times, others rarely; weights keep every mean. Copies of one decay have its number in `family`.
 */
export function silentDecays(
  experiment: Experiment,
  sample: SamplePlan,
  block: DecayBlock,
  seed: number,
): (firstEvent: number, count: number) => void {
  const { hermetic } = hermeticNeeds(experiment, sample);
  if (hermetic === undefined) throw new RangeError(`${sample.name} is not hermetic`);
  const silence = decaySilence(experiment.detector, block.products, hermetic);
  const family = new Int32Array(block.capacity);
  block.family = family;
  const { weight, parent, vertex, products } = block;
  const groups = [parent, vertex, ...products.flatMap(({ origin, momentum }) => [origin, momentum])];
  const columns = [weight, ...new Set(groups.flatMap((group) => Object.values(group) as Float64Array[]))];
  const importance = new Float64Array(block.capacity);
  const chosen = new Int32Array(block.capacity);
  const before = new Float64Array(block.capacity);
  const key = streamKey(seed, `${sample.name}/silent decays`);
  const offset = [new Float64Array(1)];
  return (firstEvent, count) => {
    let sum = 0;
    let all = 0;
    for (let i = 0; i < count; i++) {
      importance[i] = weight[i] * silence(i);
      sum += importance[i];
      all += weight[i];
      family[i] = i;
    }
    if (!(sum > 0)) return;
    for (let i = 0; i < count; i++) importance[i] += (LEAST * sum * weight[i]) / all;
    fillUniforms(key, firstEvent, 1, offset);
    const total = systematicRows(importance, count, count, offset[0][0], chosen);
    for (let i = 0; i < count; i++) weight[i] = importance[i] > 0 ? (weight[i] * total) / (count * importance[i]) : 0;
    family.set(chosen.subarray(0, count));
    for (const column of columns) {
      before.set(column.subarray(0, count));
      for (let row = 0; row < count; row++) column[row] = before[chosen[row]];
    }
  };
}
