import { drawPoisson } from '../../math/random/poisson.ts';
import { InvalidInput } from '../../schema/index.ts';
import { type PullStudyOptions, type PullSummary, pullStudy } from './pull-study.ts';

/** A counting experiment with a signal of known size in it. */
export interface InjectedSignal {
  /** Signal events injected, zero or more. */
  readonly signal: number;
  readonly background: number;
  /** Error of the background estimate, redrawn in every experiment; 0 when left out. */
  readonly backgroundError?: number;
}

/**
 * Closure of a counting search: n ~ Poisson(s + b), the background estimate b̂ ~ N(b, σ_b), ŝ = n − b̂ left free to be
 * negative, pull (ŝ − s)/√(s + b + σ_b²). Returns the summary and the mean of ŝ.
 * Throws InvalidInput for negative input or s + b = 0, which has no pull.
 */
export function countingPullStudy(
  { signal, background, backgroundError = 0 }: InjectedSignal,
  options: PullStudyOptions,
): PullSummary & { readonly injected: number; readonly recovered: number } {
  for (const [name, value] of Object.entries({ signal, background, backgroundError })) {
    if (!(value >= 0) || !Number.isFinite(value)) throw new InvalidInput(name, `${value} is not a number ≥ 0`);
  }
  const error = Math.sqrt(signal + background + backgroundError * backgroundError);
  if (!(error > 0)) throw new InvalidInput('signal', 'without signal and background there is nothing to recover');
  const { pulls: _, ...summary } = pullStudy((random) => {
    const estimate = background + (backgroundError === 0 ? 0 : backgroundError * random.normal());
    return (drawPoisson(random, signal + background) - estimate - signal) / error;
  }, options);
  return { ...summary, injected: signal, recovered: signal + summary.mean * error };
}
