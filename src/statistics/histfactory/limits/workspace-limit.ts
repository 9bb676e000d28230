import { log } from '../../../math/elementary.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { toyLimit } from '../toys/toy-limit.ts';
import { asymptoticCls, bandSigmas, rootAtLimit } from './asymptotic.ts';
import { ProfileLikelihood, type TestStatistic } from './profile-likelihood.ts';
import { asymptoticDanger } from './safety.ts';
import { type LimitSearch, risingRoot } from './upper-limit.ts';
import type { WorkspaceLimit } from './workspace-limit-result.ts';

/** How an upper limit is computed. */
export interface WorkspaceLimitOptions {
  /** Confidence level in (0, 1); default 0.95. */
  readonly level?: number | undefined;
  /** Pseudo-experiments per hypothesis; without, the large-sample formulae are used. */
  readonly toys?: number | undefined;
  /** Seed of the pseudo-experiments; default 1. */
  readonly seed?: number | undefined;
  /** Default `qtilde`. */
  readonly statistic?: TestStatistic | undefined;
}

/**
 * The CLs upper limit on the model's parameter of interest: the μ with CLs = 1 − level, asymptotic or with `toys`, not
 * restricted to the parameter's bounds. The bracket widens by itself; where there is no limit, `reason` says why.
 * @throws InvalidInput for a level outside (0, 1) or a model whose parameter of interest is unfit.
 */
export function workspaceLimit(model: HistFactoryModel, options: WorkspaceLimitOptions = {}): WorkspaceLimit {
  const level = options.level ?? 0.95;
  if (!(level > 0 && level < 1)) throw new InvalidInput('level', `${level} is not between 0 and 1.`);
  const statistic = options.statistic ?? 'qtilde';
  const fitter = new ModelFitter(model);
  const profile = new ProfileLikelihood(fitter, observedData(model), statistic);
  const common = { poi: profile.name, level };
  const background = profile.asimov(0);
  if (background.reason !== null) return noLimit(common, background.reason);
  const best = profile.free();
  if (!best.valid) return noLimit(common, `the fit with '${profile.name}' free failed: ${best.reason}`);
  const bestFit = best.theta[profile.poi];
  const danger = asymptoticDanger(fitter.likelihood, background.theta, profile.poi);

  const asimov = new ProfileLikelihood(fitter, background.data, statistic, background.theta);
  let guess = startingPoint(asimov, Math.max(1e-9, bestFit));
  const searches: LimitSearch[] = [];
  for (const sigma of [0, 1, 2, -1, -2]) {
    const wanted = rootAtLimit(level, sigma);
    const search = risingRoot((mu) => {
      const { value, slope, reason } = asimov.upper(mu);
      const root = Math.sqrt(value);
      return { value: root - wanted, slope: root > 0 ? slope / (2 * root) : 0, reason };
    }, guess);
    searches[bandSigmas.indexOf(sigma as 0)] = search;
    if (search.found) guess = (search.root * rootAtLimit(level, next(sigma))) / wanted;
  }
  const median = searches[2];
  const wanted = log(1 - level);
  const observed = risingRoot(
    (mu) => {
      const q = profile.upper(mu);
      const qA = asimov.upper(mu);
      const { cls, slope } = asymptoticCls(q.value, qA.value, statistic === 'qtilde', q.slope, qA.slope);
      return { value: wanted - log(Math.max(cls, 1e-300)), slope: -slope, reason: q.reason ?? qA.reason };
    },
    median.found ? Math.max(median.root, bestFit) : guess,
  );
  const failure = [observed, ...searches].find((search) => !search.found);
  const asymptotic: WorkspaceLimit = {
    ...common,
    method: 'asymptotic',
    observed: observed.found ? observed.root : null,
    expected: searches.map((search) => (search.found ? search.root : null)),
    bestFit,
    safe: danger === null,
    unsafeBecause: danger,
    reason: failure === undefined || failure.found ? null : failure.reason,
  };
  return options.toys === undefined ? asymptotic : toyLimit(model, asymptotic, { ...options, toys: options.toys });
}

/** The order in which the band is searched: each limit is a good start for the next. */
const next = (sigma: number): number => ({ 0: 1, 1: 2, 2: -1, '-1': -2 })[sigma as 0] ?? 0;

/** A μ of the right size: where √qA is of order one. */
function startingPoint(asimov: ProfileLikelihood, bestFit: number): number {
  let mu = Math.max(bestFit, 1);
  for (let k = 0; k < 40; k++) {
    const { value, reason } = asimov.upper(mu);
    if (reason === null && value > 0.04 && value < 400) return (2 * mu) / Math.sqrt(value);
    if (reason !== null || value >= 400) mu *= reason === null ? 3 / Math.sqrt(value) : 0.1;
    else mu *= value > 1e-8 ? 2 / Math.sqrt(value) : 1e4;
  }
  return mu;
}

const noLimit = (common: { poi: string; level: number }, reason: string): WorkspaceLimit => ({
  ...common,
  method: 'asymptotic',
  observed: null,
  expected: bandSigmas.map(() => null),
  bestFit: null,
  safe: false,
  unsafeBecause: null,
  reason,
});
