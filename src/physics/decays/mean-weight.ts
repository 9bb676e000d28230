import type { DecayModel } from './decay-model.ts';
import { integrationPoints, POINTS, SHIFTS } from './integration-points.ts';

/** Mean weight of a model and its standard error. */
export interface MeanWeight {
  readonly value: number;
  readonly error: number;
}

const known = new WeakMap<DecayModel, MeanWeight>();

/** Mean of some numbers and its standard error from their spread. */
export function meanOf(values: Float64Array): MeanWeight {
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - value) * (one - value), 0) / (values.length - 1);
  return { value, error: Math.sqrt(variance / values.length) };
}

function meanOfPoints(weight: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < POINTS; i++) sum += weight[i];
  return sum / POINTS;
}

/**
 * Mean of the weights of `model`, of `products` products, over uniform numbers by quasi-random integration, the error
 * from the spread of its copies. Kept per model; a value that the model brings along is returned as it is.
 */
export function meanWeight(model: DecayModel, products: number): MeanWeight {
  const before = model.meanWeight ?? known.get(model);
  if (before !== undefined) return before;
  const means = new Float64Array(SHIFTS);
  const { evenWeight } = model;
  if (evenWeight !== undefined) means.fill(meanOfPoints(new Float64Array(POINTS).fill(evenWeight)));
  else
    integrationPoints(model, products, (_momenta, weight, shift) => {
      means[shift] = meanOfPoints(weight);
    });
  const result = meanOf(means);
  known.set(model, result);
  return result;
}
