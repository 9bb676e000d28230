import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import type { Cascade } from './cascade.ts';
import type { PhaseSpaceGenerator } from './generator.ts';

/**
 * An even mixture of a cascade with its products in several roles, for amplitudes with poles in several pairings:
 * weight = N/Σ 1/w_c. `roles[c][k]` is the product that plays role k of the cascade in channel c; products may only take
 * the role of one with the same mass. The first uniform also chooses the channel, so none is added.
 */
export function permutedCascade(cascade: Cascade, roles: readonly (readonly number[])[]): PhaseSpaceGenerator {
  const channels = roles.length;
  const n = cascade.masses.length - 1;
  const columns: Float64Array[] = [];
  const cast: MomentumColumns[][] = roles.map(() => []);
  const held = new Float64Array(4 * n);
  let chooser = new Float64Array(0);
  /** Sends every event to its channel: the cascade in its first role, then the products exchanged. */
  const place = (
    draws: readonly Float64Array[],
    count: number,
    products: readonly MomentumColumns[],
    weight?: Float64Array,
  ): void => {
    if (chooser.length < count) chooser = new Float64Array(count);
    for (let k = 0; k < cascade.uniformsPerEvent; k++) columns[k] = draws[k];
    columns[0] = chooser;
    for (let c = 0; c < channels; c++) for (let k = 0; k < n; k++) cast[c][k] = products[roles[c][k]];
    for (let i = 0; i < count; i++) {
      const u = channels * draws[0][i];
      chooser[i] = u - Math.floor(u);
    }
    if (weight === undefined) cascade.place(columns, count, products);
    else cascade.generate(columns, count, products, weight);
    for (let i = 0; i < count; i++) {
      const channel = channelOf(draws[0][i]);
      for (let k = 0; k < n; k++) {
        const p = products[k];
        held[4 * k] = p.energy[i];
        held[4 * k + 1] = p.px[i];
        held[4 * k + 2] = p.py[i];
        held[4 * k + 3] = p.pz[i];
      }
      for (let k = 0; k < n; k++) {
        const p = cast[channel][k];
        p.energy[i] = held[4 * k];
        p.px[i] = held[4 * k + 1];
        p.py[i] = held[4 * k + 2];
        p.pz[i] = held[4 * k + 3];
      }
    }
  };
  const channelOf = (u: number): number => Math.min(channels - 1, Math.floor(channels * u));
  return {
    masses: cascade.masses,
    uniformsPerEvent: cascade.uniformsPerEvent,
    place,
    generate(draws, count, products, weight) {
      place(draws, count, products, weight);
      for (let i = 0; i < count; i++) {
        const channel = channelOf(draws[0][i]);
        let density = 0;
        for (let c = 0; c < channels; c++) {
          const w = c === channel ? weight[i] : cascade.weightAt(cast[c], i);
          // a channel that cannot reach the point has weight 0
          if (w > 0) density += 1 / w;
        }
        weight[i] = weight[i] > 0 ? channels / density : 0;
      }
    },
  };
}
