import { drawPoisson, EventRandom, streamKey } from '../../../math/random/index.ts';
import type { ProfileLikelihood } from '../profile/profile-likelihood-contract.ts';

/** Counts and auxiliary measurements of pseudo-experiments, row by row. */
export interface PseudoExperiments {
  readonly number: number;
  readonly counts: Float64Array;
  readonly aux: Float64Array;
}

/**
 * `number` pseudo-experiments at signal s and nuisance parameters z: Poisson counts, auxiliary measurements Gaussian
 * around z. Experiment i depends on seed, name and i alone.
 */
export function pseudoExperiments(
  likelihood: ProfileLikelihood,
  s: number,
  z: ArrayLike<number>,
  { number, seed, name }: { number: number; seed: number; name: string },
): PseudoExperiments {
  const { channels, nuisances } = likelihood;
  const means = new Float64Array(channels);
  likelihood.means(s, z, means);
  const counts = new Float64Array(number * channels);
  const aux = new Float64Array(number * nuisances);
  const random = new EventRandom(streamKey(seed, name));
  for (let i = 0; i < number; i++) {
    random.start(i);
    for (let k = 0; k < nuisances; k++) aux[i * nuisances + k] = z[k] + random.normal();
    for (let j = 0; j < channels; j++) counts[i * channels + j] = drawPoisson(random, means[j]);
  }
  return { number, counts, aux };
}

/** Values of 2[−ln L(s) + ln L(ŝ)] for each; `upper` makes it q̃, zero where ŝ is above s. */
export function fillStatistic(
  likelihood: ProfileLikelihood,
  s: number,
  toys: PseudoExperiments,
  upper: boolean,
  out: Float64Array,
): void {
  const { channels, nuisances } = likelihood;
  const counts = new Float64Array(channels);
  const aux = new Float64Array(nuisances);
  for (let i = 0; i < toys.number; i++) {
    for (let j = 0; j < channels; j++) counts[j] = toys.counts[i * channels + j];
    for (let k = 0; k < nuisances; k++) aux[k] = toys.aux[i * nuisances + k];
    const best = likelihood.best(counts, aux);
    out[i] = upper && best.s > s ? 0 : Math.max(0, 2 * (likelihood.at(s, counts, aux) - best.value));
  }
}

/** How much two values of the statistic may differ by rounding and still count as a tie. */
export const TIE = 1e-7;
