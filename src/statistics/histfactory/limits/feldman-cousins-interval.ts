import { InvalidInput } from '../../../schema/index.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { binomialError } from '../toys/toy-cls.ts';
import { requireToys, ToyEnsemble } from '../toys/toy-ensemble.ts';
import type { ConfidenceInterval } from './confidence-interval.ts';
import { ProfileLikelihood } from './profile-likelihood.ts';
import { twoSidedInterval } from './two-sided-interval.ts';

/** How a Feldman–Cousins interval is computed. */
export interface FeldmanCousinsOptions {
  /** Confidence level in (0, 1); default 0.95. */
  readonly level?: number | undefined;
  /** Most pseudo-experiments per tested μ; default 10 000. A μ far from the ends takes fewer. */
  readonly toys?: number | undefined;
  /** Seed of the pseudo-experiments; default 1. */
  readonly seed?: number | undefined;
  /** Called after each batch of pseudo-experiments with how many were made, and about how many it can become. */
  readonly onToys?: ((made: number, most: number) => void) | undefined;
}

/** Pseudo-experiments between two looks at whether μ is decided. */
const BATCH = 500;
/** A μ is decided early when the tail is this many of its errors from 1 − level. */
const DECIDED = 6;
/** Halvings of a bracket: an end is found to 1/4096 of the first step. */
const HALVINGS = 12;
/** Steps outwards that a search for the upper end usually takes. */
const USUAL_STEPS = 7;
/** Steps outwards before the search for the upper end is given up. */
const MOST_STEPS = 200;

/**
 * The unified interval of Feldman and Cousins (physics/9711021) of the parameter of interest, μ ≥ 0: all μ at which at
 * least 1 − level of the pseudo-experiments have a likelihood ratio t̃μ as large as the data's, looked for outwards from
 * the best fit. Nuisance parameters of the pseudo-experiments are those fitted to the data at each μ (profile
 * construction), so that coverage is exact without, and close with them. The same random numbers serve at every μ.
 * @throws InvalidInput for a level or number of toys out of range, or a parameter of interest that is unfit.
 */
export function feldmanCousinsInterval(
  model: HistFactoryModel,
  { level = 0.95, toys = 10_000, seed = 1, onToys }: FeldmanCousinsOptions = {},
): ConfidenceInterval {
  if (!(level > 0 && level < 1)) throw new InvalidInput('level', `${level} is not between 0 and 1.`);
  requireToys('toys', toys, 10);
  const fitter = new ModelFitter(model);
  const profile = new ProfileLikelihood(fitter, observedData(model));
  const common = { poi: profile.name, level, method: 'toys', unsafeBecause: null } as const;
  const none = (reason: string, bestFit: number | null = null): ConfidenceInterval => ({
    ...common,
    interval: null,
    bestFit,
    reason,
  });
  const best = profile.free();
  if (!best.valid) return none(`the fit with '${profile.name}' free failed: ${best.reason}`);
  const bestFit = best.theta[profile.poi];
  const least = Math.max(0, model.parameters[profile.poi].lower);
  let made = 0;
  let failure: string | null = null;

  const accepted = (mu: number): boolean => {
    const conditional = profile.at(mu);
    if (conditional.value === Number.POSITIVE_INFINITY) return false;
    const { value: observed, reason } = profile.twiceLogRatio(mu);
    if (reason !== null) {
      failure ??= reason;
      return false;
    }
    const ensemble = new ToyEnsemble(fitter, conditional.theta, seed, 'feldman-cousins');
    const threshold = observed - 1e-7 * (1 + observed);
    let atLeast = 0;
    let fitted = 0;
    for (let first = 0; first < toys; first += BATCH) {
      const count = Math.min(BATCH, toys - first);
      for (const t of ensemble.ratios(mu, first, count)) {
        if (t >= threshold) atLeast += 1;
        if (!Number.isNaN(t)) fitted += 1;
      }
      made += count;
      onToys?.(made, Math.max(made, toys * (2 * HALVINGS + USUAL_STEPS)));
      const p = atLeast / fitted;
      if (fitted > 0 && Math.abs(p - (1 - level)) > DECIDED * binomialError(p, fitted)) break;
    }
    if (fitted === 0) failure ??= `the fits of all pseudo-experiments at '${profile.name}' = ${mu} failed.`;
    return fitted > 0 && atLeast / fitted > 1 - level;
  };
  const edge = (inside: number, outside: number): number => {
    let [accept, reject] = [inside, outside];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = 0.5 * (accept + reject);
      if (accepted(middle)) accept = middle;
      else reject = middle;
    }
    return 0.5 * (accept + reject);
  };

  const near = twoSidedInterval(model, level).interval;
  const width = near !== null && near[1] > bestFit ? (near[1] - bestFit) / 4 : Math.max(1e-3, bestFit / 4);
  let inside = bestFit;
  let outside = Number.NaN;
  // With few counts the tail goes up and down: two rejections in a row end the search.
  for (let k = 1, rejected = 0; rejected < 2; k++) {
    if (k > MOST_STEPS) return none(`no upper end below ${bestFit + k * width}.`, bestFit);
    const mu = bestFit + k * width;
    if (accepted(mu)) {
      inside = mu;
      rejected = 0;
    } else {
      if (rejected === 0) outside = mu;
      rejected += 1;
    }
    if (failure !== null) return none(failure, bestFit);
  }
  const upper = edge(inside, outside);
  const lower = bestFit <= least || accepted(least) ? least : edge(bestFit, least);
  return failure === null ? { ...common, interval: [lower, upper], bestFit, reason: null } : none(failure, bestFit);
}
