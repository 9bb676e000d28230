import { flatPhaseSpace } from '../phase-space/flat.ts';
import type { PhaseSpaceGenerator } from '../phase-space/generator.ts';
import { boostColumns } from '../vectors/column-kinematics.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';

/**
 * P → first X with X → `rest`, flat in both steps, X narrow: the weight is the product of the two volumes. Masses in
 * GeV; products: first, then those of X. Uniforms: those of the first step, then those of the second. Throws
 * InvalidInput when a step is closed.
 */
export function narrowChain(
  parent: number,
  first: number,
  hidden: number,
  rest: readonly number[],
): PhaseSpaceGenerator {
  const outer = flatPhaseSpace([parent, first, hidden]);
  const inner = flatPhaseSpace([hidden, ...rest]);
  const innerDraws: Float64Array[] = [];
  const innerProducts: MomentumColumns[] = [];
  const outerProducts: MomentumColumns[] = [];
  let x = allocateMomenta(0);
  let outerWeight = new Float64Array(0);
  return {
    masses: [parent, first, ...rest],
    uniformsPerEvent: outer.uniformsPerEvent + inner.uniformsPerEvent,
    generate(draws, count, products, weight) {
      if (outerWeight.length < count) {
        x = allocateMomenta(count);
        outerWeight = new Float64Array(count);
      }
      for (let k = 0; k < inner.uniformsPerEvent; k++) innerDraws[k] = draws[outer.uniformsPerEvent + k];
      for (let k = 0; k < rest.length; k++) innerProducts[k] = products[1 + k];
      outerProducts[0] = products[0];
      outerProducts[1] = x;
      outer.generate(draws, count, outerProducts, outerWeight);
      inner.generate(innerDraws, count, innerProducts, weight);
      for (let k = 0; k < rest.length; k++) boostColumns(innerProducts[k], x, hidden, count);
      for (let i = 0; i < count; i++) weight[i] *= outerWeight[i];
    },
  };
}
