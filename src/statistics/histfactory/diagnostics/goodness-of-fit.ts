import { chiSquareSurvival } from '../../../math/special/index.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { type HistFactoryModel, type ModelData, observedData } from '../model/model.ts';
import { binomialError } from '../toys/toy-cls.ts';
import { requireToys, ToyEnsemble } from '../toys/toy-ensemble.ts';

/** How well the best fit describes the data. */
export interface GoodnessOfFit {
  /** 2 ln of the likelihood of the saturated model over that of the fit; like a χ². */
  readonly statistic: number | null;
  /** Bins less free parameters without a constraint. */
  readonly degreesOfFreedom: number;
  /** P(χ² ≥ statistic); null without degrees of freedom. */
  readonly p: number | null;
  /** With toys: the fraction of them that is as far from its own fit or further, its error, and how many could not be fitted. */
  readonly byToys: { readonly p: number; readonly pError: number; readonly failed: number } | null;
  readonly reason: string | null;
}

/**
 * The saturated-model test (R. Cousins, 2013; Baker, Cousins, NIM 221 (1984) 437): each bin of the alternative expects
 * what it saw. Constraints add to the statistic and to the number of measurements alike, so they cancel in the count.
 * The χ² law holds for a few events per bin and more; `toys` drawn around the fit need none.
 */
export function goodnessOfFit(
  model: HistFactoryModel,
  data: ModelData = observedData(model),
  { toys, seed = 1 }: { toys?: number | undefined; seed?: number | undefined } = {},
): GoodnessOfFit {
  const fitter = new ModelFitter(model);
  const best = fitter.fit(data);
  const free = model.parameters.filter((p) => p.constraint === 'none' && !p.fixed).length;
  const degreesOfFreedom = model.bins - free;
  if (!best.valid) return { statistic: null, degreesOfFreedom, p: null, byToys: null, reason: best.reason };
  const p = degreesOfFreedom > 0 ? chiSquareSurvival(Math.max(0, best.value), degreesOfFreedom) : null;
  const reason = p === null ? `${model.bins} bins leave no freedom to ${free} free parameters.` : null;
  if (toys === undefined) return { statistic: best.value, degreesOfFreedom, p, byToys: null, reason };
  requireToys('toys', toys, 10);
  const drawn = new ToyEnsemble(fitter, best.theta, seed, 'goodness of fit').minima(0, toys);
  const known = drawn.filter((value) => !Number.isNaN(value));
  const failed = toys - known.length;
  if (known.length === 0)
    return { statistic: best.value, degreesOfFreedom, p, byToys: null, reason: 'the fits of all toys failed.' };
  const further = known.filter((value) => value >= best.value * (1 - 1e-9)).length / known.length;
  const byToys = { p: further, pError: binomialError(further, known.length), failed };
  return { statistic: best.value, degreesOfFreedom, p, byToys, reason };
}
