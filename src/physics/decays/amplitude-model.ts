import type { PhaseSpaceGenerator } from '../phase-space/generator.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import type { DecayModel } from './decay-model.ts';

/** A squared amplitude over columns: |M|² of event `i` (times anything that goes with it), ≥ 0. */
export type SquaredAmplitude = (products: readonly MomentumColumns[], i: number) => number;

/**
 * The model whose weight is squared(products, i) · w / (2M) · 1/identical, w the weight of `phaseSpace`, so that its
 * mean is Γ = 1/(2M) ∫|M|² dΦ_n. `identical`: number of permutations of identical products (2 for one pair).
 * `greatestSquared`: what `squared` never exceeds, where that is known.
 */
export function amplitudeModel(
  description: Omit<DecayModel, 'uniformsPerEvent' | 'generate' | 'place' | 'squared' | 'greatestWeight'>,
  phaseSpace: PhaseSpaceGenerator,
  identical: number,
  squared: SquaredAmplitude,
  greatestSquared?: number,
): DecayModel {
  const factor = 1 / (2 * phaseSpace.masses[0] * identical);
  const greatest = phaseSpace.greatestWeight;
  const bounded = greatest !== undefined && greatestSquared !== undefined;
  let unused = new Float64Array(0);
  return {
    ...description,
    ...(bounded ? { greatestWeight: () => factor * greatestSquared * greatest() } : {}),
    squared,
    place: (draws, count, products) => {
      if (phaseSpace.place !== undefined) {
        phaseSpace.place(draws, count, products);
        return;
      }
      if (unused.length < count) unused = new Float64Array(count);
      phaseSpace.generate(draws, count, products, unused);
    },
    uniformsPerEvent: phaseSpace.uniformsPerEvent,
    generate(draws, count, products, weight) {
      phaseSpace.generate(draws, count, products, weight);
      for (let i = 0; i < count; i++) {
        // at the edge of phase space, where the weight is 0, momenta that an amplitude divides by may vanish
        if (weight[i] > 0) weight[i] *= factor * squared(products, i);
      }
    },
  };
}
