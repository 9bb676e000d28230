import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { asimovData, type ModelFitter } from '../fit/model-fit.ts';
import type { NewtonResult } from '../fit/newton-task.ts';
import type { HistFactoryModel, ModelData } from '../model/model.ts';

/** `qtilde`: μ̂ below zero counts as zero, for limits on a signal that cannot be negative; `q`: it does not. */
export const testStatistics = ['qtilde', 'q'] as const;
export type TestStatistic = (typeof testStatistics)[number];

/** A value, or the reason why there is none. */
export interface Statistic {
  /** NaN exactly when `reason` is not null. */
  readonly value: number;
  /** Its slope in μ. */
  readonly slope: number;
  readonly reason: string | null;
}

/**
 * Profile-likelihood test statistics of one parameter of interest on one data set (Cowan, Cranmer, Gross, Vitells,
 * 1007.1727, eqs. 12, 14, 16). Fits are made once and warm-start each other.
 */
export class ProfileLikelihood {
  readonly fitter: ModelFitter;
  readonly data: ModelData;
  readonly poi: number;
  readonly statistic: TestStatistic;
  private best: NewtonResult | undefined;
  private last: Float64Array | undefined;
  private readonly gradient: Float64Array;

  /** `start`: a point known to be near the best fit, as for Asimov data; `best`: that fit, when it was made before. */
  constructor(
    fitter: ModelFitter,
    data: ModelData,
    statistic: TestStatistic = 'qtilde',
    start?: Float64Array,
    best?: NewtonResult,
  ) {
    this.fitter = fitter;
    this.data = data;
    this.poi = requirePoi(fitter.model);
    if (!testStatistics.includes(statistic))
      throw unknownName('statistic', 'test statistic', statistic, testStatistics);
    this.statistic = statistic;
    this.last = start;
    this.best = best;
    this.gradient = new Float64Array(fitter.model.parameters.length);
  }

  /** The fit over all parameters. The upper bound of μ is widened when the fit ends there. */
  free(): NewtonResult {
    if (this.best !== undefined) return this.best;
    const { lower, upper } = this.fitter.model.parameters[this.poi];
    const low = this.statistic === 'qtilde' ? Math.max(0, lower) : lower >= 0 ? -Math.max(1, upper) : lower;
    let high = upper > low ? upper : low + 1;
    let result = this.fitter.fit(this.data, { bounds: new Map([[this.poi, [low, high]]]), start: this.last });
    for (let k = 0; k < 12 && result.theta[this.poi] >= high * (1 - 1e-12) && high > 0; k++) {
      high *= 10;
      result = this.fitter.fit(this.data, { bounds: new Map([[this.poi, [low, high]]]), start: result.theta });
    }
    this.best = result;
    return result;
  }

  /** The fit over all parameters but μ, which stays at `mu`. */
  at(mu: number): NewtonResult {
    const start = this.last ?? this.best?.theta;
    const result = this.fitter.fit(this.data, { held: new Map([[this.poi, mu]]), start });
    if (result.valid) this.last = result.theta;
    return result;
  }

  /** −2 ln λ(μ), with its slope in μ, whatever side μ̂ is on. A lower point met on the way becomes the best fit. */
  twiceLogRatio(mu: number): Statistic {
    const best = this.free();
    if (!best.valid) return failed(`the fit with '${this.name}' free failed: ${best.reason}`);
    const conditional = this.at(mu);
    if (!conditional.valid) return failed(`the fit at '${this.name}' = ${mu} failed: ${conditional.reason}`);
    let rise = conditional.value - best.value;
    if (rise < -1e-7 * (1 + Math.abs(best.value)) && this.inside(mu)) {
      this.best = undefined;
      this.last = conditional.theta;
      rise = conditional.value - this.free().value;
    }
    this.fitter.likelihood.derivatives(this.data, conditional.theta, this.gradient, null);
    const slope = this.gradient[this.poi];
    if (!Number.isFinite(rise) || !Number.isFinite(slope))
      return failed(`the likelihood at '${this.name}' = ${mu} is not finite: some variation is beyond a double.`);
    return { value: Math.max(0, rise), slope, reason: null };
  }

  /** q̃μ (or qμ): −2 ln λ(μ) for μ̂ ≤ μ, zero above. */
  upper(mu: number): Statistic {
    const best = this.free();
    if (best.valid && best.theta[this.poi] > mu) return { value: 0, slope: 0, reason: null };
    const ratio = this.twiceLogRatio(mu);
    if (ratio.reason !== null || this.free().theta[this.poi] <= mu) return ratio;
    return { value: 0, slope: 0, reason: null };
  }

  /** q₀: −2 ln λ(0) for μ̂ ≥ 0, zero below: the discovery statistic. */
  discovery(): Statistic {
    const best = this.free();
    if (best.valid && best.theta[this.poi] < 0) return { value: 0, slope: 0, reason: null };
    const ratio = this.twiceLogRatio(0);
    if (ratio.reason !== null || this.free().theta[this.poi] >= 0) return ratio;
    return { value: 0, slope: 0, reason: null };
  }

  /** The Asimov data of the hypothesis μ, other parameters fitted to this data at that μ; or the reason it failed. */
  asimov(mu: number): { data: ModelData; theta: Float64Array; reason: null } | { reason: string } {
    const conditional = this.at(mu);
    if (!conditional.valid) return { reason: `the fit at '${this.name}' = ${mu} failed: ${conditional.reason}` };
    return { data: asimovData(this.fitter.likelihood, conditional.theta), theta: conditional.theta, reason: null };
  }

  get name(): string {
    return this.fitter.model.parameters[this.poi].name;
  }

  private inside(mu: number): boolean {
    const { lower } = this.fitter.model.parameters[this.poi];
    return mu >= (this.statistic === 'qtilde' ? Math.max(0, lower) : Math.min(0, lower));
  }
}

const failed = (reason: string): Statistic => ({ value: Number.NaN, slope: Number.NaN, reason });

/**
 * The position of the parameter of interest.
 * @throws InvalidInput when there is none, it is fixed, constrained, or moves no expectation.
 */
export function requirePoi(model: HistFactoryModel): number {
  if (model.poi < 0) throw new InvalidInput('poi', 'the measurement names no parameter of interest; give one.');
  const { name, fixed, constraint } = model.parameters[model.poi];
  if (fixed) throw new InvalidInput('poi', `the parameter of interest '${name}' is fixed by the measurement.`);
  if (constraint !== 'none')
    throw new InvalidInput('poi', `the parameter of interest '${name}' is constrained; a limit needs a free one.`);
  const moves = model.blocks.some(
    (block) =>
      block.nominal.some((events) => events !== 0) &&
      (block.scalars.includes(model.poi) ||
        [...block.families].some((f) => model.channels[block.channel].families[f].includes(model.poi))),
  );
  if (!moves)
    throw new InvalidInput('poi', `the parameter of interest '${name}' moves nothing: all its samples are empty.`);
  return model.poi;
}
