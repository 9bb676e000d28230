import { chiSquareSurvival } from '../../math/special/index.ts';
import { type HistFactoryModel, type ModelData, observedData } from './model.ts';
import { ModelFitter } from './model-fit.ts';

/** How well the best fit describes the data. */
export interface GoodnessOfFit {
  /** 2 ln of the likelihood of the saturated model over that of the fit; like a χ². */
  readonly statistic: number | null;
  /** Bins less free parameters without a constraint. */
  readonly degreesOfFreedom: number;
  /** P(χ² ≥ statistic); null without degrees of freedom. */
  readonly p: number | null;
  readonly reason: string | null;
}

/**
 * The saturated-model test (R. Cousins, 2013; Baker, Cousins, NIM 221 (1984) 437): each bin of the alternative expects
 * what it saw. Constraints add to the statistic and to the number of measurements alike, so they cancel in the count.
 * The χ² law holds for a few events per bin and more.
 */
export function goodnessOfFit(model: HistFactoryModel, data: ModelData = observedData(model)): GoodnessOfFit {
  const best = new ModelFitter(model).fit(data);
  const free = model.parameters.filter((p) => p.constraint === 'none' && !p.fixed).length;
  const degreesOfFreedom = model.bins - free;
  if (!best.valid) return { statistic: null, degreesOfFreedom, p: null, reason: best.reason };
  const p = degreesOfFreedom > 0 ? chiSquareSurvival(Math.max(0, best.value), degreesOfFreedom) : null;
  const reason = p === null ? `${model.bins} bins leave no freedom to ${free} free parameters.` : null;
  return { statistic: best.value, degreesOfFreedom, p, reason };
}
