import { log } from '../../../math/elementary.ts';
import { bandProbabilities } from '../counts/count-distribution.ts';
import type { ExpectedLimits, MethodOptions } from '../limit-method.ts';
import type { ProfileLikelihood } from '../profile/profile-likelihood-contract.ts';
import { fillStatistic, pseudoExperiments, TIE } from './pseudo-experiments.ts';

/** More pseudo-experiments than this are not taken as observations. */
const MOST = 5000;

/**
 * Expected limits without signal by pseudo-experiments: each background one is taken as the observation and compared
 * with the ensembles at growing s, until p falls to 1 − level between two of them (straight lines in ln p). `cls`: the
 * one-sided q̃ and the ratio of both tails; else the two-sided t and its upper tail at s, last crossing. Nuisance
 * parameters are those of the model, not profiled to each observation.
 */
export function toyExpectedLimits(
  likelihood: ProfileLikelihood,
  level: number,
  { toys, seed }: Pick<MethodOptions, 'toys' | 'seed'>,
  cls: boolean,
  step: number,
): ExpectedLimits {
  const number = Math.min(toys, MOST);
  const z = new Float64Array(likelihood.nuisances);
  const background = pseudoExperiments(likelihood, 0, z, { number, seed, name: 'background' });
  const limits = new Float64Array(number);
  const before = new Float64Array(number);
  const rejected = new Uint8Array(number);
  const withSignal = new Float64Array(number);
  const without = new Float64Array(number);
  const target = log(1 - level);
  let last = 0;
  let quiet = 0;
  // Two steps in a row at which nearly all are rejected end the search.
  for (let s = 0.5 * step; quiet < 2 && s < 1e4 * step; last = s, s += s < 8 * step ? 0.5 * step : 0.1 * s) {
    fillStatistic(likelihood, s, background, cls, without);
    const ensemble = pseudoExperiments(likelihood, s, z, { number, seed, name: 'signal and background' });
    fillStatistic(likelihood, s, ensemble, cls, withSignal);
    withSignal.sort();
    const sorted = without.slice().sort();
    let left = 0;
    for (let i = 0; i < number; i++) {
      const p =
        Math.max(0.01, atLeast(withSignal, without[i])) / (cls ? Math.max(1, atLeast(sorted, without[i])) : number);
      const now = Math.min(0, log(p));
      if (now > target) {
        rejected[i] = 0;
        left += 1;
      } else if (rejected[i] === 0) {
        // Below ŝ a two-sided tail is small too: the last crossing counts, so this may be overwritten.
        limits[i] = before[i] <= target ? s : last + ((s - last) * (target - before[i])) / (now - before[i]);
        rejected[i] = 1;
      }
      before[i] = now;
    }
    quiet = left <= 0.001 * number ? quiet + 1 : 0;
  }
  for (let i = 0; i < number; i++) if (rejected[i] === 0) limits[i] = last;
  limits.sort();
  let sum = 0;
  for (const limit of limits) sum += limit;
  const bands = bandProbabilities.map((p) => limits[Math.min(number - 1, Math.ceil(p * number) - 1)]);
  return {
    bands: bands as unknown as ExpectedLimits['bands'],
    mean: sum / number,
    notes: [`Expected limits from ${number} pseudo-experiments without signal, each taken as the observation.`],
  };
}

/** How many of the ascending values are x or more, ties included. */
function atLeast(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] >= x - TIE) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}

/** A first guess of the size of limits: about one standard deviation of the background and one event, in units of s. */
export function sizeOfLimits(likelihood: ProfileLikelihood, unit: number): number {
  const means = new Float64Array(likelihood.channels);
  likelihood.means(0, new Float64Array(likelihood.nuisances), means);
  let total = 0;
  for (const mean of means) total += mean;
  return (1 + 0.5 * Math.sqrt(total)) / unit;
}
