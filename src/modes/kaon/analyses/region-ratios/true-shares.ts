import { allocateCandidateBlock } from '../../../../events/candidate-block.ts';
import { fillUniforms, streamKey } from '../../../../math/random/index.ts';
import { allocateMomenta } from '../../../../physics/index.ts';
import type { DecaySample } from '../../../../search/decay-sample.ts';
import { compileCuts } from '../../../../stages/selection/compile-cuts.ts';
import type { Cut } from '../../../../stages/selection/selection.ts';
import { type Estimate, weightedFraction } from '../../../../statistics/estimate.ts';
import { candidateRoles } from '../../chain/roles.ts';
import { compiledDecayOf } from '../../chain/weight-pieces.ts';

const BATCH = 4096;

/**
 * The fraction of a generated decay that truly lies in each region, by `events` decays at rest: Σw inside over Σw, with
 * its standard error. `finalState` gives the role of each particle of the decay's text; every role of `roles` must occur.
 */
export function trueShares(
  sample: DecaySample,
  roles: readonly string[],
  finalState: readonly (string | null)[],
  regions: Readonly<Record<string, readonly Cut[]>>,
  { events, seed }: { readonly events: number; readonly seed: number },
): Record<string, Estimate> {
  const decay = compiledDecayOf(sample);
  const products = decay.finalState.map(() => allocateMomenta(BATCH));
  const draws = Array.from({ length: decay.uniformsPerEvent }, () => new Float64Array(BATCH));
  const weight = new Float64Array(BATCH);
  const key = streamKey(seed, 'true shares');
  const taken = new Set<number>();
  const empty = allocateCandidateBlock(BATCH, candidateRoles(roles));
  const candidates = {
    ...empty,
    particles: empty.particles.map((particle) => {
      const index = finalState.findIndex((role, i) => role === particle.role && !taken.has(i));
      taken.add(index);
      return { ...particle, momentum: products[index] };
    }),
  };
  candidates.parent.energy.fill(decay.parentMass);
  const sums = Object.entries(regions).map(([name, conditions]) => ({
    name,
    conditions: compileCuts(Object.fromEntries(conditions.entries()), roles, name),
    inside: 0,
    squares: 0,
  }));
  const value = new Float64Array(BATCH);
  const failed = new Uint8Array(BATCH);
  let all = 0;
  let allSquares = 0;
  for (let first = 0; first < events; first += BATCH) {
    const count = Math.min(BATCH, events - first);
    fillUniforms(key, first, count, draws);
    decay.generate(draws, count, products, weight);
    candidates.count = count;
    for (let i = 0; i < count; i++) {
      all += weight[i];
      allSquares += weight[i] * weight[i];
    }
    for (const sum of sums) {
      failed.fill(0, 0, count);
      for (const condition of sum.conditions) {
        condition.evaluate(candidates, value);
        for (let i = 0; i < count; i++) if (!condition.passes(value[i])) failed[i] = 1;
      }
      for (let i = 0; i < count; i++) {
        if (failed[i] === 1) continue;
        sum.inside += weight[i];
        sum.squares += weight[i] * weight[i];
      }
    }
  }
  return Object.fromEntries(
    sums.map(({ name, inside, squares }) => [
      name,
      weightedFraction({ weight: inside, squares }, { weight: all, squares: allSquares }),
    ]),
  );
}
