import { exp, log1p } from '../../math/elementary.ts';
import { type AveragingPoints, pointsInZ, singlePoint, USUAL_REACH } from './averaging.ts';
import { type EfficiencyModel, isUncertain } from './counting-model.ts';

/** The efficiency factor at z standard deviations, never negative. */
export function efficiencyAt(model: EfficiencyModel, z: number): number {
  return model.kind === 'lognormal' ? exp(z * log1p(model.relativeError)) : Math.max(0, 1 + z * model.relativeError);
}

/** Points to average over an efficiency factor; a single 1 when it is certain. */
export function efficiencyPoints(model: EfficiencyModel | undefined): AveragingPoints {
  if (!isUncertain(model)) return singlePoint(1);
  const at = (z: number) => efficiencyAt(model, z);
  const from = model.kind === 'gauss' ? Math.max(-USUAL_REACH, -1 / model.relativeError) : -USUAL_REACH;
  return pointsInZ(at, from, USUAL_REACH, [0], USUAL_REACH, 20);
}

/** Points for the product of two independent efficiency factors, either of which may be certain. */
export function combineEfficiencies(
  own: EfficiencyModel | undefined,
  common: EfficiencyModel | undefined,
): AveragingPoints {
  const a = efficiencyPoints(own);
  const b = efficiencyPoints(common);
  if (b.values.length === 1) return a;
  if (a.values.length === 1) return b;
  const values = new Float64Array(a.values.length * b.values.length);
  const weights = new Float64Array(values.length);
  for (let i = 0; i < a.values.length; i++) {
    for (let j = 0; j < b.values.length; j++) {
      values[i * b.values.length + j] = a.values[i] * b.values[j];
      weights[i * b.values.length + j] = a.weights[i] * b.weights[j];
    }
  }
  return { values, weights };
}
