import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';
import type { DecayModel } from './decay-model.ts';

/** Randomly shifted copies of the points, whose spread gives errors. */
export const SHIFTS = 16;
export const POINTS = 4096;

/** The root above 1 of x^(d+1) = x + 1, by Newton's method. */
function harmonious(d: number): number {
  let x = 1.2;
  for (let iteration = 0; iteration < 60; iteration++) {
    let power = 1;
    for (let k = 0; k < d; k++) power *= x;
    x -= (power * x - x - 1) / ((d + 1) * power - 1);
  }
  return x;
}

/**
 * Generates events of `model`, of `products` products, for integrals: 16 randomly shifted copies of 4096 points of an
 * additive recurrence (quasi-random, always the same points). `use` gets each copy's momenta and weights in turn.
 * Source of the recurrence: M. Roberts, 'The unreasonable effectiveness of quasirandom sequences' (2018).
 */
export function integrationPoints(
  model: DecayModel,
  products: number,
  use: (momenta: readonly MomentumColumns[], weight: Float64Array, shift: number) => void,
): void {
  const dimensions = model.uniformsPerEvent;
  const root = harmonious(dimensions);
  const draws = Array.from({ length: dimensions }, () => new Float64Array(POINTS));
  const momenta = Array.from({ length: products }, () => allocateMomenta(POINTS));
  const starts = Array.from({ length: dimensions }, () => new Float64Array(SHIFTS));
  const weight = new Float64Array(POINTS);
  fillUniforms(streamKey(0, 'mean weight'), 0, SHIFTS, starts);
  for (let shift = 0; shift < SHIFTS; shift++) {
    let step = 1;
    for (let d = 0; d < dimensions; d++) {
      step /= root;
      const start = starts[d][shift];
      for (let i = 0; i < POINTS; i++) {
        const u = start + i * step;
        draws[d][i] = Math.min(Math.max(u - Math.floor(u), 1e-12), 1 - 1e-12);
      }
    }
    model.generate(draws, POINTS, momenta, weight);
    use(momenta, weight, shift);
  }
}
