import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import { checkMasses, type PhaseSpaceGenerator } from './generator.ts';
import { greatestFlatWeight } from './greatest-weight.ts';
import { THREE_BODY_UNIFORMS } from './three-body.ts';
import { threeBodyDecays } from './three-body-kernel.ts';

/**
 * Three-body phase space for [M, m0, m1, m2] in GeV with the invariant mass m of the products at positions `pair` drawn
 * uniformly ('even'), or with a density ∝ (m − m_min)³ ('heavy', for amplitudes that vanish with m); otherwise as
 * `threeBodyPhaseSpace`. Throws InvalidInput when the decay is closed.
 */
export function pairedThreeBody(
  masses: readonly number[],
  pair: readonly [number, number],
  sampling: 'even' | 'heavy' = 'even',
): PhaseSpaceGenerator {
  checkMasses(masses);
  const order = [pair[0], pair[1], 3 - pair[0] - pair[1]];
  const ordered = Float64Array.of(masses[0], ...order.map((position) => masses[1 + position]));
  const reordered: MomentumColumns[] = [];
  const columns: Float64Array[] = [];
  let roots = new Float64Array(0);
  return {
    masses: [...masses],
    uniformsPerEvent: THREE_BODY_UNIFORMS,
    ...(sampling === 'even' ? { greatestWeight: () => greatestFlatWeight(Array.from(ordered)) } : {}),
    generate(draws, count, products, weight) {
      for (let k = 0; k < 3; k++) reordered[k] = products[order[k]];
      if (sampling === 'even') {
        threeBodyDecays(draws, count, ordered, reordered, weight);
        return;
      }
      if (roots.length < count) roots = new Float64Array(count);
      for (let k = 0; k < THREE_BODY_UNIFORMS; k++) columns[k] = draws[k];
      columns[0] = roots;
      for (let i = 0; i < count; i++) roots[i] = Math.sqrt(Math.sqrt(draws[0][i]));
      threeBodyDecays(columns, count, ordered, reordered, weight);
      for (let i = 0; i < count; i++) weight[i] /= 4 * roots[i] * roots[i] * roots[i];
    },
  };
}
