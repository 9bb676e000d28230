import { InvalidInput } from '../../../schema/index.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { toyCls } from '../toys/toy-cls.ts';
import { asymptoticCls, bandSigmas, expectedCls } from './asymptotic.ts';
import { ProfileLikelihood, type TestStatistic } from './profile-likelihood.ts';
import { asymptoticDanger } from './safety.ts';

/** How CLs is computed. */
export interface WorkspaceClsOptions {
  /** Pseudo-experiments per hypothesis; without, the large-sample formulae are used. */
  readonly toys?: number | undefined;
  /** Seed of the pseudo-experiments; default 1. */
  readonly seed?: number | undefined;
  /** Default `qtilde`. */
  readonly statistic?: TestStatistic | undefined;
}

/** CLs of one signal strength, with what it was made of. */
export interface WorkspaceCls {
  readonly mu: number;
  readonly method: 'asymptotic' | 'toys';
  /** CLs of the data; null when a fit failed, see `reason`. */
  readonly observed: number | null;
  /** CLs at −2σ…+2σ of the background-only outcomes. */
  readonly expected: readonly (number | null)[];
  readonly clsb: number | null;
  readonly clb: number | null;
  /** Fitted value of the parameter of interest. */
  readonly bestFit: number | null;
  /** q̃μ (qμ) of the data, and of the Asimov data. */
  readonly q: number | null;
  readonly qAsimov: number | null;
  readonly safe: boolean;
  /** Why the large-sample formulae should not be trusted here; null with toys or when they are fine. */
  readonly unsafeBecause: string | null;
  readonly reason: string | null;
  /** With toys: how many were left out because a fit failed. */
  readonly failedToys?: number;
  /** With toys: the statistical error of `observed`. */
  readonly observedError?: number | null;
}

/**
 * CLs of the signal strength `mu` on the model's data (Read 2002; pyhf's hypotest): asymptotic, or with `toys`.
 * @throws InvalidInput for a mu that is not a finite positive number or a model whose parameter of interest is unfit.
 */
export function workspaceCls(model: HistFactoryModel, mu: number, options: WorkspaceClsOptions = {}): WorkspaceCls {
  if (!Number.isFinite(mu) || mu <= 0) throw new InvalidInput('mu', `found ${mu}, needs a finite number above zero.`);
  const fitter = new ModelFitter(model);
  const statistic = options.statistic ?? 'qtilde';
  const profile = new ProfileLikelihood(fitter, observedData(model), statistic);
  const background = profile.asimov(0);
  if (background.reason !== null) return noCls(mu, background.reason);
  const danger = asymptoticDanger(fitter.likelihood, background.theta, profile.poi);
  const q = profile.upper(mu);
  const onAsimov = new ProfileLikelihood(fitter, background.data, statistic, background.theta).upper(mu);
  const reason = q.reason ?? onAsimov.reason;
  if (reason !== null) return noCls(mu, reason);
  const shared = { mu, bestFit: profile.free().theta[profile.poi], q: q.value, qAsimov: onAsimov.value, reason: null };
  if (options.toys !== undefined) {
    const toys = toyCls(model, mu, q.value, { toys: options.toys, seed: options.seed, statistic });
    return { ...shared, ...toys, method: 'toys', safe: true, unsafeBecause: null };
  }
  const { clsb, clb, cls } = asymptoticCls(q.value, onAsimov.value, statistic === 'qtilde');
  return {
    ...shared,
    method: 'asymptotic',
    observed: cls,
    expected: bandSigmas.map((sigma) => expectedCls(onAsimov.value, sigma)),
    clsb,
    clb,
    safe: danger === null,
    unsafeBecause: danger,
  };
}

const noCls = (mu: number, reason: string): WorkspaceCls => ({
  mu,
  method: 'asymptotic',
  observed: null,
  expected: bandSigmas.map(() => null),
  clsb: null,
  clb: null,
  bestFit: null,
  q: null,
  qAsimov: null,
  safe: false,
  unsafeBecause: null,
  reason,
});
