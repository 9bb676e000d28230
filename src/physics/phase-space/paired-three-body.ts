import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { checkMasses, type PhaseSpaceGenerator } from './generator.ts';
import { THREE_BODY_UNIFORMS } from './three-body.ts';
import { threeBodyDecays } from './three-body-kernel.ts';

/**
 * Three-body phase space for [M, m0, m1, m2] in GeV with the invariant mass of the products at positions `pair` drawn
 * uniformly; otherwise as `threeBodyPhaseSpace`. Throws InvalidInput when the decay is closed.
 */
export function pairedThreeBody(masses: readonly number[], pair: readonly [number, number]): PhaseSpaceGenerator {
  checkMasses(masses);
  const order = [pair[0], pair[1], 3 - pair[0] - pair[1]];
  const ordered = Float64Array.of(masses[0], ...order.map((position) => masses[1 + position]));
  const reordered: MomentumColumns[] = [];
  return {
    masses: [...masses],
    uniformsPerEvent: THREE_BODY_UNIFORMS,
    generate(draws, count, products, weight) {
      for (let k = 0; k < 3; k++) reordered[k] = products[order[k]];
      threeBodyDecays(draws, count, ordered, reordered, weight);
    },
  };
}
