import { normalCdf, normalQuantile } from '../../../math/special/index.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { binomialError } from '../toys/toy-cls.ts';
import { requireToys, ToyEnsemble } from '../toys/toy-ensemble.ts';
import { ProfileLikelihood } from './profile-likelihood.ts';
import { asymptoticDanger } from './safety.ts';

/** How unlikely the data are without a signal. */
export interface Discovery {
  /** q₀ = −2 ln λ(0) for μ̂ ≥ 0, zero below. */
  readonly q0: number | null;
  readonly p: number | null;
  /** Statistical error of p with toys; that of one toy in all where none reached q₀. */
  readonly pError: number | null;
  /** One-sided: Φ⁻¹(1 − p). */
  readonly significance: number | null;
  readonly bestFit: number | null;
  readonly method: 'asymptotic' | 'toys';
  /** The significance of the data expected with the signal at 1 (asymptotic). */
  readonly expectedAtOne: number | null;
  readonly unsafeBecause: string | null;
  readonly reason: string | null;
}

const allFailed = 'the fits of all toys failed.';

/**
 * Discovery test of the background-only hypothesis (Cowan et al., 1007.1727, eqs. 12 and 52): p = 1 − Φ(√q₀), or the
 * fraction of `toys` without signal that reach q₀ (then p = 0 means below 1/toys, and the significance is null).
 * @throws InvalidInput when the parameter of interest is unfit or `toys` is no number of toys.
 */
export function discovery(
  model: HistFactoryModel,
  options: { toys?: number | undefined; seed?: number | undefined } = {},
): Discovery {
  const fitter = new ModelFitter(model);
  const profile = new ProfileLikelihood(fitter, observedData(model), 'q');
  const { value: q0, reason } = profile.discovery();
  const background = profile.at(0);
  const method = options.toys === undefined ? 'asymptotic' : 'toys';
  if (reason !== null)
    return {
      q0: null,
      p: null,
      pError: null,
      significance: null,
      bestFit: null,
      method,
      expectedAtOne: null,
      unsafeBecause: null,
      reason,
    };
  const danger = asymptoticDanger(fitter.likelihood, background.theta, profile.poi);
  const withSignal = profile.asimov(1);
  const expected =
    withSignal.reason === null
      ? new ProfileLikelihood(fitter, withSignal.data, 'q', withSignal.theta).discovery()
      : { value: Number.NaN, reason: withSignal.reason };
  const shared = {
    q0,
    bestFit: profile.free().theta[profile.poi],
    method,
    expectedAtOne: expected.reason === null ? Math.sqrt(expected.value) : null,
    reason: null,
  } as const;
  if (options.toys === undefined)
    return {
      ...shared,
      pError: null,
      p: normalCdf(-Math.sqrt(q0)),
      significance: Math.sqrt(q0),
      unsafeBecause: danger,
    };
  requireToys('toys', options.toys, 10);
  const ensemble = new ToyEnsemble(fitter, background.theta, options.seed ?? 1, 'background');
  const statistics = ensemble.discoveries(0, options.toys);
  const threshold = q0 - 1e-7 * (1 + q0);
  const fitted = statistics.filter((q) => !Number.isNaN(q)).length;
  if (fitted === 0)
    return { ...shared, p: null, pError: null, significance: null, unsafeBecause: null, reason: allFailed };
  const p = statistics.filter((q) => q >= threshold).length / fitted;
  const why =
    p === 0
      ? `none of ${fitted} toys reached the data: p is below about ${(3 / fitted).toPrecision(2)} (95 %); more toys say more.`
      : p === 1
        ? 'every toy reaches the data: p is 1, the significance minus infinity.'
        : null;
  return {
    ...shared,
    p,
    pError: binomialError(p, fitted),
    significance: p > 0 && p < 1 ? -normalQuantile(p) : null,
    unsafeBecause: null,
    reason: why,
  };
}
