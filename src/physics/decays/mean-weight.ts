import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import type { DecayModel } from './decay-model.ts';

/** Mean weight of a model and its standard error. */
export interface MeanWeight {
  readonly value: number;
  readonly error: number;
}

const SHIFTS = 16;
const POINTS = 4096;
const known = new WeakMap<DecayModel, MeanWeight>();

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
 * Mean of the weights of `model`, of `products` products, over uniform numbers: 16 randomly shifted copies of 4096 points of an additive recurrence
 * (quasi-random, always the same points), the error from the spread of the copies. Kept per model; a value that the
 * model brings along is returned as it is.
 * Source of the recurrence: M. Roberts, 'The unreasonable effectiveness of quasirandom sequences' (2018).
 */
export function meanWeight(model: DecayModel, products: number): MeanWeight {
  const before = model.meanWeight ?? known.get(model);
  if (before !== undefined) return before;
  const dimensions = model.uniformsPerEvent;
  const root = harmonious(dimensions);
  const draws = Array.from({ length: dimensions }, () => new Float64Array(POINTS));
  const momenta = Array.from({ length: products }, () => allocateMomenta(POINTS));
  const starts = Array.from({ length: dimensions }, () => new Float64Array(SHIFTS));
  const weight = new Float64Array(POINTS);
  const means = new Float64Array(SHIFTS);
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
    let sum = 0;
    for (let i = 0; i < POINTS; i++) sum += weight[i];
    means[shift] = sum / POINTS;
  }
  const value = means.reduce((sum, mean) => sum + mean, 0) / SHIFTS;
  const variance = means.reduce((sum, mean) => sum + (mean - value) * (mean - value), 0) / (SHIFTS - 1);
  const result = { value, error: Math.sqrt(variance / SHIFTS) };
  known.set(model, result);
  return result;
}
