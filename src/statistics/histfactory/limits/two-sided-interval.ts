import { chiSquareQuantile } from '../../../math/special/index.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { crossing } from '../../minimise/crossing.ts';
import { modelCovariance } from '../fit/model-covariance.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { unboundedFit } from '../fit/unbounded-fit.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import type { ConfidenceInterval } from './confidence-interval.ts';
import { requirePoi } from './profile-likelihood.ts';
import { asymptoticDanger } from './safety.ts';

/**
 * The two-sided interval of the parameter of interest at confidence `level`: all μ around the best fit, not below the
 * parameter's lower bound, with tμ = −2 ln λ(μ) up to the `level` quantile of χ² with one degree of freedom, its
 * large-sample distribution (Cowan et al., 1007.1727, eqs. 8 and 32). The best fit itself may lie below that bound, and
 * where all that is allowed is excluded the interval is null with a reason. The upper bound does not count.
 * @throws InvalidInput for a level outside (0, 1) or a model whose parameter of interest is unfit.
 */
export function twoSidedInterval(model: HistFactoryModel, level = 0.95): ConfidenceInterval {
  if (!(level > 0 && level < 1)) throw new InvalidInput('level', `${level} is not between 0 and 1.`);
  const fitter = new ModelFitter(model);
  const poi = requirePoi(model);
  const data = observedData(model);
  const { name, lower: least } = model.parameters[poi];
  const common = { poi: name, level, method: 'asymptotic' } as const;
  const none = (reason: string): ConfidenceInterval => ({
    ...common,
    interval: null,
    bestFit: null,
    unsafeBecause: null,
    reason,
  });
  const best = unboundedFit(fitter, data, poi);
  if (!best.valid) return none(`the fit with '${name}' free failed: ${best.reason}`);
  const bestFit = best.theta[poi];
  const rise = chiSquareQuantile(level, 1);

  let start = best.theta;
  const profile = (mu: number): { f: number; ok: boolean } => {
    const found = fitter.fit(data, { held: new Map([[poi, mu]]), start });
    if (found.valid) start = found.theta;
    return { f: found.value, ok: found.valid || found.value === Number.POSITIVE_INFINITY };
  };
  const { errors, reason } = modelCovariance(fitter, data, best.theta);
  const error = reason === null && errors[poi] > 0 ? errors[poi] : 1e-3 * Math.max(1, Math.abs(bestFit));
  const tolerance = 1e-6 * (1 + Math.abs(best.value));
  const end = (side: 1 | -1, limit: number) => {
    start = best.theta;
    return crossing(profile, bestFit, best.value, side * Math.sqrt(rise) * error, rise, limit, tolerance);
  };
  const upper = end(1, Number.POSITIVE_INFINITY);
  if (!upper.ok) return none(`upper end: ${upper.reason}`);
  const background = fitter.fit(data, { held: new Map([[poi, 0]]), start: best.theta });
  const unsafeBecause = background.valid ? asymptoticDanger(fitter.likelihood, background.theta, poi) : null;
  if (upper.x < least)
    return {
      ...none(
        `every '${name}' from its lower bound ${least} upwards is excluded: Feldman–Cousins intervals are never empty.`,
      ),
      bestFit,
      unsafeBecause,
    };
  const lower = bestFit <= least ? { x: least, ok: true, reason: null } : end(-1, least);
  if (!lower.ok) return none(`lower end: ${lower.reason}`);
  return { ...common, interval: [lower.x, upper.x], bestFit, unsafeBecause, reason: null };
}
