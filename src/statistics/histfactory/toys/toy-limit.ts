import { exp, log } from '../../../math/elementary.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { bandSigmas } from '../limits/asymptotic.ts';
import { ProfileLikelihood, type TestStatistic } from '../limits/profile-likelihood.ts';
import type { WorkspaceLimit } from '../limits/workspace-limit-result.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { clsFromToys } from './toy-cls.ts';
import { requireToys, ToyEnsemble } from './toy-ensemble.ts';

/** Width of the final bracket relative to the limit; inside, ln CLs is taken as straight. */
const resolution = 0.05;

/**
 * The CLs upper limit by toys, searched from the asymptotic one: for the data and for each member of the band, the μ at
 * which CLs of the same toys (same seed at every μ) crosses 1 − level, straight in ln CLs over the last 5 %.
 */
export function toyLimit(
  model: HistFactoryModel,
  asymptotic: WorkspaceLimit,
  options: { toys: number; seed?: number | undefined; statistic?: TestStatistic | undefined },
): WorkspaceLimit {
  requireToys('toys', options.toys, 10);
  const { toys, seed = 1, statistic = 'qtilde' } = options;
  const fitter = new ModelFitter(model);
  const data = observedData(model);
  const profile = new ProfileLikelihood(fitter, data, statistic);
  const without = new ToyEnsemble(fitter, profile.at(0).theta, seed, 'background');
  const known = new Map<number, readonly number[] | string>();

  /** ln CLs at μ: of the data, then of the band; or the reason why not. */
  const logCls = (mu: number): readonly number[] | string => {
    const before = known.get(mu);
    if (before !== undefined) return before;
    const q = profile.upper(mu);
    const conditional = profile.at(mu);
    let result: readonly number[] | string = q.reason ?? conditional.reason ?? '';
    if (result === '') {
      const signal = new ToyEnsemble(fitter, conditional.theta, seed, 'signal');
      const cls = clsFromToys(
        q.value,
        signal.statistics(mu, statistic, 0, toys),
        without.statistics(mu, statistic, 0, toys),
      );
      result =
        cls.observed === null
          ? 'the fits of all toys failed.'
          : [cls.observed, ...cls.expected].map((value) => log(Math.max(value ?? 0, 0.1 / toys)));
    }
    known.set(mu, result);
    return result;
  };

  const wanted = log(1 - asymptotic.level);
  const fallback = asymptotic.expected[2] ?? 1;
  const found = [asymptotic.observed, ...asymptotic.expected].map((guess, k) =>
    crossing(logCls, bracketOf(known, k, wanted), k, wanted, guess ?? fallback),
  );
  const limits = found.map((entry) => (typeof entry === 'number' ? entry : null));
  return {
    ...asymptotic,
    method: 'toys',
    observed: limits[0],
    expected: bandSigmas.map((_, k) => limits[k + 1]),
    safe: true,
    unsafeBecause: null,
    reason: found.find((entry) => typeof entry === 'string') ?? null,
  };
}

interface CrossingBracket {
  low: number;
  lowValue: number;
  high: number;
  highValue: number;
}

/** What is known of a crossing from the μ looked at for the others: each of them gives all values at once. */
function bracketOf(known: ReadonlyMap<number, readonly number[] | string>, k: number, wanted: number): CrossingBracket {
  const bracket = { low: 0, lowValue: 0, high: Number.POSITIVE_INFINITY, highValue: Number.NEGATIVE_INFINITY };
  for (const [mu, values] of [...known].sort(([a], [b]) => a - b)) {
    if (typeof values === 'string') continue;
    if (values[k] > wanted) Object.assign(bracket, { low: mu, lowValue: values[k] });
    else if (mu < bracket.high) return { ...bracket, high: mu, highValue: values[k] };
  }
  return bracket;
}

function crossing(
  logCls: (mu: number) => readonly number[] | string,
  { low, lowValue, high, highValue }: CrossingBracket,
  k: number,
  wanted: number,
  guess: number,
): number | string {
  const known = Number.isFinite(high) && high - low <= resolution * high;
  if (known) return low + ((high - low) * (lowValue - wanted)) / (lowValue - highValue);
  let mu = guess > low && guess < high ? guess : Number.isFinite(high) ? 0.5 * (low + high) : 1.02 * low;
  for (let step = 0; step < 60; step++) {
    const values = logCls(mu);
    if (typeof values === 'string') return values;
    if (values[k] > wanted) {
      low = mu;
      lowValue = values[k];
    } else {
      high = mu;
      highValue = values[k];
    }
    if (Number.isFinite(high) && high - low <= resolution * high)
      return low + ((high - low) * (lowValue - wanted)) / (lowValue - highValue);
    if (high === Number.POSITIVE_INFINITY) mu = low * Math.min(4, Math.max(1.02, 1.02 * (wanted / lowValue)));
    else {
      const straight = low + ((high - low) * (lowValue - wanted)) / (lowValue - highValue);
      const edge = 0.4 * resolution * high;
      mu = low === 0 && step < 4 ? Math.max(straight, 0.25 * high) : straight;
      if (step % 4 === 3) mu = 0.5 * (low + high);
      mu = Math.min(high - edge, Math.max(low + edge, nudged(mu, low, high, edge)));
    }
    if (mu > 1e6 * guess) return `CLs stays above ${exp(wanted).toPrecision(3)} up to ${mu.toPrecision(3)}.`;
  }
  return 'the toy search for a crossing did not close its bracket in 60 steps.';
}

/** Steps past the point aimed at, towards the farther end, so that the next bracket is narrow on both sides. */
const nudged = (mu: number, low: number, high: number, edge: number): number =>
  mu - low < high - mu ? mu + edge : mu - edge;
