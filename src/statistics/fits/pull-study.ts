import { EventRandom, streamKey } from '../../math/random/index.ts';
import { chiSquareSurvival, normalSurvival } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';

/** What a set of pulls says about a method: without bias and with honest errors they have mean 0 and width 1. */
export interface PullSummary {
  readonly experiments: number;
  /** Experiments without an estimate (a fit that failed); they are counted, never left out in silence. */
  readonly failed: number;
  readonly mean: number;
  readonly meanError: number;
  readonly width: number;
  readonly widthError: number;
  /** Two-sided p-values of the mean under 0 ± 1/√N and of the width under 1. */
  readonly meanPValue: number;
  readonly widthPValue: number;
  /** The chance that a correct method is called bad; each of the two tests is given half of it. */
  readonly falseAlarm: number;
  /** Both p-values are above half the false-alarm probability, and no experiment failed. */
  readonly closes: boolean;
}

/**
 * Mean and width of pulls, tested against 0 and 1. The mean is compared with 1/√N; the variance with a χ² of
 * 2N/(κ − 1) degrees of freedom, κ being the sample's kurtosis, so that discrete and skewed pulls are treated too.
 * NaN counts as a failed experiment. Throws InvalidInput for fewer than 100 good pulls, an infinite one, or a
 * false-alarm probability outside (0, 1).
 */
export function summarisePulls(pulls: ArrayLike<number>, falseAlarm = 1e-6): PullSummary {
  if (!(falseAlarm > 0 && falseAlarm < 1)) throw new InvalidInput('falseAlarm', `${falseAlarm} is not between 0 and 1`);
  let failed = 0;
  let sum = 0;
  for (let i = 0; i < pulls.length; i++) {
    if (Number.isNaN(pulls[i])) failed++;
    else sum += pulls[i];
  }
  const n = pulls.length - failed;
  if (n < 100) throw new InvalidInput('pulls', `${n} good pulls are too few to judge; at least 100 are needed`);
  if (!Number.isFinite(sum)) throw new InvalidInput('pulls', 'one of them is infinite');
  const mean = sum / n;
  let [second, fourth] = [0, 0];
  for (let i = 0; i < pulls.length; i++) {
    if (Number.isNaN(pulls[i])) continue;
    const square = (pulls[i] - mean) * (pulls[i] - mean);
    second += square;
    fourth += square * square;
  }
  const variance = second / (n - 1);
  const kurtosis = variance > 0 ? fourth / n / (variance * variance) : 3;
  const freedom = (2 * n) / Math.max(0.1, kurtosis - 1);
  const meanPValue = Math.min(1, 2 * normalSurvival(Math.abs(mean) * Math.sqrt(n)));
  const upper = chiSquareSurvival(freedom * variance, freedom);
  const widthPValue = Math.min(1, 2 * Math.min(upper, 1 - upper));
  const width = Math.sqrt(variance);
  return {
    experiments: pulls.length,
    failed,
    mean,
    meanError: width / Math.sqrt(n),
    width,
    widthError: width / Math.sqrt(2 * freedom),
    meanPValue,
    widthPValue,
    falseAlarm,
    closes: failed === 0 && Math.min(meanPValue, widthPValue) >= 0.5 * falseAlarm,
  };
}

/** Size and seed of a study of pulls. */
export interface PullStudyOptions {
  /** Number of pseudo-experiments; default 2500. */
  readonly experiments?: number;
  readonly seed: number;
  /** Name of the random stream: another name, other pseudo-experiments. */
  readonly stream: string;
  readonly falseAlarm?: number;
}

/**
 * Repeats a pseudo-experiment and judges its pulls. `experiment` draws from the generator, already set to its own
 * counter, and returns (estimate − truth)/error, or NaN when it failed. Returns the pulls in order of their index, so
 * that the same ones come out however the work is cut (`first` in `pulls`), and their summary.
 */
export function pullStudy(
  experiment: (random: EventRandom, index: number) => number,
  { experiments = 2500, seed, stream, falseAlarm }: PullStudyOptions,
): PullSummary & { readonly pulls: readonly (number | null)[] } {
  const column = drawPulls(experiment, { seed, stream, first: 0, count: experiments });
  return {
    ...summarisePulls(column, falseAlarm),
    pulls: Array.from(column, (pull) => (Number.isNaN(pull) ? null : pull)),
  };
}

/** The pulls of experiments first … first + count − 1: a part of a study, for workers; parts are joined in order. */
export function drawPulls(
  experiment: (random: EventRandom, index: number) => number,
  { seed, stream, first, count }: { seed: number; stream: string; first: number; count: number },
): Float64Array {
  if (!Number.isInteger(count) || count < 1) throw new InvalidInput('experiments', `${count} is not a number ≥ 1`);
  const random = new EventRandom(streamKey(seed, stream));
  return Float64Array.from({ length: count }, (_, i) => {
    random.start(first + i);
    return experiment(random, first + i);
  });
}
