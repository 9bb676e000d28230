import { exp, log1p } from '../../../math/elementary.ts';
import {
  gammaPInverse,
  gammaQInverse,
  normalCdf,
  normalQuantile,
  normalSurvival,
} from '../../../math/special/index.ts';
import { asymmetricBackground } from './asymmetric-background.ts';
import type { BackgroundModel } from './background-model.ts';

/** Median and logarithmic width of a log-normal background model. */
export function lognormalShape(model: Extract<BackgroundModel, { kind: 'lognormal' }>): {
  median: number;
  width: number;
} {
  const ratio = model.error / model.value;
  if (model.stated !== 'mean') return { median: model.value, width: log1p(ratio) };
  const variance = log1p(ratio * ratio);
  return { median: model.value * exp(-0.5 * variance), width: Math.sqrt(variance) };
}

/**
 * The background at z standard deviations: the quantile of the model at probability Φ(z), so that z drawn from a unit
 * Gaussian gives the model's distribution. Never negative. The model must have passed `checkBackground`.
 */
export function backgroundAt(model: BackgroundModel, z: number): number {
  if (model.kind === 'fixed') return model.value;
  if (model.kind === 'asymmetric') return asymmetricBackground(model, z);
  if (model.error === 0) return model.value;
  if (model.kind === 'gauss') {
    const kept = normalCdf(model.value / model.error);
    if (kept === 1) return Math.max(0, model.value + model.error * z);
    // The upper tail of the cut-off Gaussian is the upper tail of the whole one, scaled by what was kept.
    return Math.max(0, model.value - model.error * normalQuantile(kept * normalSurvival(z)));
  }
  if (model.kind === 'lognormal') {
    const { median, width } = lognormalShape(model);
    return median * exp(width * z);
  }
  const shape = (model.value / model.error) * (model.value / model.error);
  const scale = model.value / shape;
  return scale * (z < 0 ? gammaPInverse(shape, normalCdf(z)) : gammaQInverse(shape, normalSurvival(z)));
}
