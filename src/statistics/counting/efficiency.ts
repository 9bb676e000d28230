import { exp, log1p } from '../../math/elementary.ts';
import { type AveragingPoints, pointsInZ, singlePoint } from './averaging.ts';
import { type EfficiencyModel, isUncertain } from './counting-model.ts';

/** How far out, in standard deviations, averages over an efficiency go: 6.5 leaves out 8e-11 of the probability. */
const REACH = 6.5;

/** The efficiency factor at z standard deviations, never negative. */
export function efficiencyAt(model: EfficiencyModel, z: number): number {
  return model.kind === 'lognormal' ? exp(z * log1p(model.relativeError)) : Math.max(0, 1 + z * model.relativeError);
}

/** Points to average over an efficiency factor; a single 1 when it is certain. */
export function efficiencyPoints(model: EfficiencyModel | undefined): AveragingPoints {
  if (!isUncertain(model)) return singlePoint(1);
  const at = (z: number) => efficiencyAt(model, z);
  const from = model.kind === 'gauss' ? Math.max(-REACH, -1 / model.relativeError) : -REACH;
  return pointsInZ(at, from, REACH, [0], 0.5 * REACH, 10);
}
