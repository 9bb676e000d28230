import type { ModelData } from '../model/model.ts';
import type { ModelFitter } from './model-fit.ts';
import type { NewtonResult } from './newton-task.ts';

/** So often a bound on which the fit ends is moved ten times as far out. */
const MOST_WIDENINGS = 12;

/**
 * The fit of `data` with parameter `poi` free on both sides, whatever its bounds: they are widened while the fit ends
 * on one of them. A negative signal ends where an expectation would be negative.
 */
export function unboundedFit(fitter: ModelFitter, data: ModelData, poi: number): NewtonResult {
  const { lower, upper } = fitter.model.parameters[poi];
  let high = Math.max(upper, lower + 1);
  let low = Math.min(lower, -Math.max(1, Math.abs(upper)));
  let start: Float64Array | undefined;
  for (let k = 0; ; k++) {
    const result = fitter.fit(data, { bounds: new Map([[poi, [low, high]]]), start });
    const margin = 1e-12 * (high - low);
    const atHigh = result.theta[poi] >= high - margin;
    const atLow = result.theta[poi] <= low + margin;
    if (k === MOST_WIDENINGS || !(atHigh || atLow)) return result;
    if (atHigh) high = high > 0 ? 10 * high : 1;
    if (atLow) low *= 10;
    start = result.theta;
  }
}
