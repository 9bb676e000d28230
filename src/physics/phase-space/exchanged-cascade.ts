import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import type { Cascade } from './cascade.ts';
import type { PhaseSpaceGenerator } from './generator.ts';

/**
 * An even mixture of a cascade and the same with the identical products at `pair` exchanged, for amplitudes with a pole
 * in both pairings: weight = 1/(½/w + ½/w′). The first uniform also chooses the channel, so none is added.
 */
export function exchangedCascade(cascade: Cascade, pair: readonly [number, number]): PhaseSpaceGenerator {
  const [first, second] = pair;
  let chooser = new Float64Array(0);
  const columns: Float64Array[] = [];
  const exchanged: MomentumColumns[] = [];
  const swap = (a: Float64Array, b: Float64Array, i: number): void => {
    const kept = a[i];
    a[i] = b[i];
    b[i] = kept;
  };
  return {
    masses: cascade.masses,
    uniformsPerEvent: cascade.uniformsPerEvent,
    generate(draws, count, products, weight) {
      if (chooser.length < count) chooser = new Float64Array(count);
      for (let k = 0; k < cascade.uniformsPerEvent; k++) columns[k] = draws[k];
      columns[0] = chooser;
      for (let i = 0; i < count; i++) {
        const u = 2 * draws[0][i];
        chooser[i] = u < 1 ? u : u - 1;
      }
      cascade.generate(columns, count, products, weight);
      for (let k = 0; k < products.length; k++) exchanged[k] = products[k];
      exchanged[first] = products[second];
      exchanged[second] = products[first];
      const a = products[first];
      const b = products[second];
      for (let i = 0; i < count; i++) {
        const other = cascade.weightAt(exchanged, i);
        weight[i] = other > 0 && weight[i] > 0 ? 2 / (1 / weight[i] + 1 / other) : 0;
        if (2 * draws[0][i] < 1) continue;
        swap(a.energy, b.energy, i);
        swap(a.px, b.px, i);
        swap(a.py, b.py, i);
        swap(a.pz, b.pz, i);
      }
    },
  };
}
