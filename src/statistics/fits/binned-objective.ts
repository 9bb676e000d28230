import { InvalidInput, unknownName } from '../../schema/index.ts';
import { requireCounts } from './baker-cousins.ts';
import { type BinnedStatistic, binnedSlopes, binnedStatistics, binnedTerm } from './binned-statistic.ts';
import type { FitObjective } from './fit-objective.ts';
import type { PolynomialTemplate } from './polynomial-template.ts';

/**
 * The disagreement of observed counts with a template as a function of the template's parameters, with its exact
 * gradient; evaluating it allocates nothing. `statistic` defaults to `poisson`; see BinnedStatistic.
 * Throws InvalidInput when the bins do not match, a count is negative or not finite, or the statistic is unknown.
 */
export function binnedObjective(
  observed: ArrayLike<number>,
  template: PolynomialTemplate,
  statistic: BinnedStatistic = 'poisson',
): FitObjective {
  if (!binnedStatistics.includes(statistic)) {
    throw unknownName('statistic', 'binned statistic', statistic, binnedStatistics);
  }
  requireCounts(observed);
  if (observed.length !== template.bins) {
    throw new InvalidInput('observed', `${observed.length} counts do not match the template's ${template.bins} bins`);
  }
  const n = Float64Array.from(observed);
  const { bins, parameters } = template;
  const usesVariance = statistic !== 'poisson';
  const [mu, v, slopeMu, slopeV] = [0, 1, 2, 3].map(() => new Float64Array(bins));
  const [alongMu, alongV, pair] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(2)];

  return {
    names: parameters,
    observations: bins,
    value(theta) {
      template.evaluate(theta, mu, usesVariance ? v : undefined);
      let sum = 0;
      for (let i = 0; i < bins; i++) sum += binnedTerm(statistic, n[i], mu[i], v[i]);
      return sum;
    },
    gradient(theta, out) {
      template.evaluate(theta, mu, usesVariance ? v : undefined);
      for (let i = 0; i < bins; i++) {
        binnedSlopes(statistic, n[i], mu[i], v[i], pair);
        alongMu[i] = pair[0];
        alongV[i] = pair[1];
      }
      for (let p = 0; p < parameters.length; p++) {
        template.derivative(theta, p, slopeMu, usesVariance ? slopeV : undefined);
        let sum = 0;
        for (let i = 0; i < bins; i++) sum += alongMu[i] * slopeMu[i];
        if (usesVariance) for (let i = 0; i < bins; i++) sum += alongV[i] * slopeV[i];
        out[p] = sum;
      }
    },
  };
}
