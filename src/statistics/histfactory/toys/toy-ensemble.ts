import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { asimovData, ModelFitter } from '../fit/model-fit.ts';
import type { NewtonResult } from '../fit/newton-task.ts';
import { ProfileLikelihood, type TestStatistic } from '../limits/profile-likelihood.ts';
import type { HistFactoryModel, ModelData } from '../model/model.ts';
import { PoissonDraw } from './poisson-draw.ts';

/**
 * Pseudo-experiments of one hypothesis: counts and auxiliary measurements drawn around the parameters `theta`. Toy k
 * depends on (seed, name, k) only, so any range of toys, computed anywhere, is part of the same ensemble.
 */
export class ToyEnsemble {
  readonly fitter: ModelFitter;
  private readonly theta: Float64Array;
  private readonly counts: readonly PoissonDraw[];
  private readonly aux: readonly (PoissonDraw | null)[];
  private readonly random: EventRandom;
  /** Fits of toys with everything free: they are the same whichever μ is tested. */
  private readonly best = { statistic: 'qtilde' as TestStatistic, fits: new Map<number, NewtonResult>() };

  constructor(fitter: ModelFitter, theta: Float64Array, seed: number, name: string) {
    this.fitter = fitter;
    this.theta = theta;
    this.random = new EventRandom(streamKey(seed, `histfactory toys ${name}`));
    const expected = asimovData(fitter.likelihood, theta);
    this.counts = Array.from(expected.counts, (mean) => new PoissonDraw(mean));
    this.aux = fitter.model.parameters.map(({ constraint }, p) =>
      constraint === 'poisson' ? new PoissonDraw(expected.aux[p]) : null,
    );
  }

  /** Writes toy number `k` to `out`. */
  draw(k: number, out: ModelData): void {
    const { random, theta } = this;
    random.start(k);
    for (let i = 0; i < out.counts.length; i++) out.counts[i] = this.counts[i].draw(random);
    const parameters = this.fitter.model.parameters;
    for (let p = 0; p < parameters.length; p++) {
      const { constraint, sigma } = parameters[p];
      if (constraint === 'normal') out.aux[p] = theta[p] + sigma * random.normal();
      else out.aux[p] = this.aux[p]?.draw(random) ?? 0;
    }
  }

  /**
   * q̃μ (qμ) of toys `first` … `first + count − 1`, NaN where a fit failed. Each toy is fitted from `theta` alone, so
   * the numbers do not depend on the range.
   */
  statistics(mu: number, statistic: TestStatistic, first: number, count: number): Float64Array {
    const { fits } = this.best;
    if (this.best.statistic !== statistic) fits.clear();
    this.best.statistic = statistic;
    return this.each(first, count, (toy, k) => {
      const profile = new ProfileLikelihood(this.fitter, toy, statistic, this.theta, fits.get(k));
      if (fits.size < MOST_KEPT) fits.set(k, profile.free());
      return profile.upper(mu).value;
    });
  }

  /** t̃μ of a range of toys: −2 ln λ(μ) on both sides of the best fit with μ̂ ≥ 0, NaN where a fit failed. */
  ratios(mu: number, first: number, count: number): Float64Array {
    return this.each(
      first,
      count,
      (toy) => new ProfileLikelihood(this.fitter, toy, 'qtilde', this.theta).twiceLogRatio(mu).value,
    );
  }

  /** q₀ of a range of toys. */
  discoveries(first: number, count: number): Float64Array {
    return this.each(first, count, (toy) => new ProfileLikelihood(this.fitter, toy, 'q', this.theta).discovery().value);
  }

  /** The likelihood at the best fit of each of a range of toys, above that of a model that fits every bin; NaN: failed. */
  minima(first: number, count: number): Float64Array {
    return this.each(first, count, (toy) => {
      const { valid, value } = this.fitter.fit(toy, { start: this.theta });
      return valid ? value : Number.NaN;
    });
  }

  private each(first: number, count: number, statistic: (toy: ModelData, k: number) => number): Float64Array {
    const { model } = this.fitter;
    const toy: ModelData = { counts: new Float64Array(model.bins), aux: new Float64Array(model.parameters.length) };
    const out = new Float64Array(count);
    const known = this.isFew ? new Map<string, number>() : null;
    for (let k = 0; k < count; k++) {
      this.draw(first + k, toy);
      if (known === null) {
        out[k] = statistic(toy, first + k);
        continue;
      }
      const key = `${toy.counts.join()},${toy.aux.join()}`;
      let value = known.get(key);
      if (value === undefined) {
        value = statistic(toy, first + k);
        known.set(key, value);
      }
      out[k] = value;
    }
    return out;
  }

  /** True when all measurements are a few counts, so that the same toy comes again and again. */
  private get isFew(): boolean {
    const { parameters, bins } = this.fitter.model;
    const poisson = parameters.filter(({ constraint }) => constraint === 'poisson').length;
    return bins + poisson <= FEW_COUNTS && parameters.every(({ constraint }) => constraint !== 'normal');
  }
}

/** So many fits are kept; a fit of 100 parameters takes about a kilobyte. */
const MOST_KEPT = 50_000;
/** Up to so many counts per toy are worth looking up. */
const FEW_COUNTS = 4;

/** Which toys of an ensemble, and the signal strength they are tested for. */
export interface ToyRange {
  readonly mu: number;
  /** Drawn with the signal at `mu`, or with none. */
  readonly hypothesis: 'signal' | 'background';
  readonly seed?: number | undefined;
  /** The first toy and how many; default from 0. */
  readonly first?: number | undefined;
  readonly count: number;
  readonly statistic?: TestStatistic | undefined;
}

/**
 * The test statistics of a range of toys. Ranges computed on different workers, or at different times, are parts of one
 * ensemble: joined end to end they equal one long range. Nuisance parameters are those fitted to the data at the
 * hypothesis. @throws InvalidInput for a range that is not of whole numbers, or when that fit fails.
 */
export function toyStatistics(model: HistFactoryModel, data: ModelData, range: ToyRange): Float64Array {
  const { mu, hypothesis, count, first = 0, statistic = 'qtilde' } = range;
  requireToys('count', count, 1);
  requireToys('first', first, 0);
  const fitter = new ModelFitter(model);
  const at = new ProfileLikelihood(fitter, data, statistic).at(hypothesis === 'signal' ? mu : 0);
  if (!at.valid) throw new InvalidInput('toys', `the fit of the ${hypothesis} hypothesis failed: ${at.reason}`);
  return new ToyEnsemble(fitter, at.theta, range.seed ?? 1, hypothesis).statistics(mu, statistic, first, count);
}

export function requireToys(where: string, count: number, least: number): void {
  if (!Number.isSafeInteger(count) || count < least || count > 1e9)
    throw new InvalidInput(where, `found ${count}, needs a whole number from ${least} to 1000000000.`);
}
