import { InvalidInput } from '../../../schema/index.ts';
import type { Counts } from '../counting-model.ts';
import type { MethodOptions } from '../limit-method.ts';
import type { ProfileLikelihood } from '../profile/profile-likelihood-contract.ts';
import { fillStatistic, pseudoExperiments, TIE } from './pseudo-experiments.ts';

/** CLs of one tested signal by pseudo-experiments. */
export interface ToyCls {
  readonly cls: number;
  readonly signalAndBackground: number;
  readonly background: number;
}

/**
 * CLs of q̃ at signal s: the parts of `toys` pseudo-experiments at (s, ẑ(s)) and at (0, ẑ(0)), both profiled to the
 * counts, that are as far from s as the observation or further.
 */
export function toyCls(
  likelihood: ProfileLikelihood,
  s: number,
  counts: Counts,
  { toys, seed }: Pick<MethodOptions, 'toys' | 'seed'>,
): ToyCls {
  const aux = new Float64Array(likelihood.nuisances);
  const z = new Float64Array(likelihood.nuisances);
  const best = likelihood.best(counts, aux);
  const value = likelihood.at(s, counts, aux, z);
  const seen = best.s > s ? 0 : Math.max(0, 2 * (value - best.value));
  const statistic = new Float64Array(toys);
  const tail = (signal: number, name: string): number => {
    fillStatistic(
      likelihood,
      s,
      pseudoExperiments(likelihood, signal, z, { number: toys, seed, name }),
      true,
      statistic,
    );
    let number = 0;
    for (let i = 0; i < toys; i++) if (statistic[i] >= seen - TIE) number += 1;
    return number / toys;
  };
  const signalAndBackground = tail(s, 'signal and background');
  likelihood.at(0, counts, aux, z);
  const background = tail(0, 'background');
  if (background === 0) {
    throw new InvalidInput(
      'toys',
      `found ${toys}, and none of them without signal is as far from it as the observation; use method 'cls' or more toys.`,
    );
  }
  return { cls: signalAndBackground / background, signalAndBackground, background };
}
