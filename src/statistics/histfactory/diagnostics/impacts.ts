import { modelCovariance } from '../fit/model-covariance.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { requirePoi } from '../limits/profile-likelihood.ts';
import { type HistFactoryModel, type ModelData, observedData } from '../model/model.ts';
import { prior } from './pulls.ts';

/** How far the parameter of interest moves with one other parameter. */
export interface Impact {
  readonly name: string;
  /** Change of μ̂ with the parameter held at fitted value − / + its fitted error. */
  readonly postfit: readonly [number | null, number | null];
  /** The same with its prior error; null for parameters without a constraint. */
  readonly prefit: readonly [number | null, number | null];
}

/**
 * Impacts on the parameter of interest, the largest first: it and everything else are fitted again with one parameter
 * held one error below and above its best value. Steps stop at bounds; a failed fit gives null.
 * @throws InvalidInput when the model has no parameter of interest to fit.
 */
export function impacts(
  model: HistFactoryModel,
  data: ModelData = observedData(model),
): { readonly impacts: readonly Impact[]; readonly bestFit: number | null; readonly reason: string | null } {
  const poi = requirePoi(model);
  const fitter = new ModelFitter(model);
  const best = fitter.fit(data);
  const { errors, reason } = modelCovariance(fitter, data, best.theta);
  const trouble = best.reason ?? reason;
  if (trouble !== null) return { impacts: [], bestFit: null, reason: trouble };
  const shifted = (p: number, step: number): number | null => {
    const { lower, upper } = model.parameters[p];
    const value = Math.min(upper, Math.max(lower, best.theta[p] + step));
    const result = fitter.fit(data, { held: new Map([[p, value]]), start: best.theta });
    return result.valid ? result.theta[poi] - best.theta[poi] : null;
  };
  const list = model.parameters.flatMap(({ name, constraint, fixed }, p): Impact[] => {
    if (p === poi || fixed) return [];
    const width = constraint === 'none' ? 0 : prior(model, data, p).error;
    return [
      {
        name,
        postfit: [shifted(p, -errors[p]), shifted(p, errors[p])],
        prefit: width > 0 ? [shifted(p, -width), shifted(p, width)] : [null, null],
      },
    ];
  });
  const size = ({ postfit: [down, up] }: Impact): number => Math.max(Math.abs(down ?? 0), Math.abs(up ?? 0));
  return { impacts: list.sort((a, b) => size(b) - size(a)), bestFit: best.theta[poi], reason: null };
}
