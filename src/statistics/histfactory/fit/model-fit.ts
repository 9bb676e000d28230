import { Likelihood } from '../model/likelihood.ts';
import type { HistFactoryModel, ModelData } from '../model/model.ts';
import { BoundedNewton } from './bounded-newton.ts';
import { foldedParameters } from './folded-parameters.ts';
import type { NewtonResult, NewtonTask } from './newton-task.ts';

/** Where a fit starts and what it leaves alone; whatever is left out is as the model says. */
export interface FitRequest {
  readonly start?: ArrayLike<number> | undefined;
  /** Parameters held at these values, by position. */
  readonly held?: ReadonlyMap<number, number> | undefined;
  /** Other bounds of one parameter, by position. */
  readonly bounds?: ReadonlyMap<number, readonly [number, number]> | undefined;
}

/** Fits a model to any data; keeps its scratch arrays from fit to fit. */
export class ModelFitter {
  readonly model: HistFactoryModel;
  readonly likelihood: Likelihood;
  private readonly newton: BoundedNewton;
  private readonly inits: Float64Array;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly fixed: Uint8Array;
  private readonly start: Float64Array;
  private readonly kinks: readonly number[];
  private readonly folds: readonly number[];

  constructor(model: HistFactoryModel) {
    this.model = model;
    this.likelihood = new Likelihood(model);
    this.newton = new BoundedNewton(this.likelihood);
    this.inits = Float64Array.from(model.parameters, (p) => p.init);
    this.start = Float64Array.from(this.inits);
    this.kinks = model.parameters.flatMap((p, i) => (p.kinked && !p.fixed ? [i] : []));
    this.folds = foldedParameters(model);
    this.lower = Float64Array.from(model.parameters, (p) => p.lower);
    this.upper = Float64Array.from(model.parameters, (p) => p.upper);
    this.fixed = Uint8Array.from(model.parameters, (p) => (p.fixed ? 1 : 0));
  }

  /**
   * The maximum-likelihood point. When the descent from `start` fails, it is tried again from the model's own start
   * values; the better of the two comes back, with `valid` and the reason.
   */
  fit(data: ModelData, request: FitRequest = {}): NewtonResult {
    let result = this.attempt(data, request, request.start ?? this.inits);
    if (!result.valid && request.start !== undefined) {
      const second = this.attempt(data, request, this.inits);
      if (second.valid || second.value < result.value) result = second;
    }
    if (this.kinks.length > 0 && result.valid) result = this.acrossKinks(data, request, result);
    return this.folds.length === 0 ? result : this.acrossFolds(data, request, result);
  }

  /**
   * Where variations up and down go the same way there can be a minimum on either side of zero. Descends again with each
   * such parameter left, on its other side, or, near zero, on both: in all combinations for up to three parameters,
   * else one at a time, two at a time and all at once, round by round. Then from far out on all sides, all else as the
   * model starts.
   */
  private acrossFolds(data: ModelData, request: FitRequest, found: NewtonResult): NewtonResult {
    const folds = this.folds.filter((p) => request.held?.has(p) !== true);
    let best = found;
    const start = new Float64Array(found.theta.length);
    const descend = (): void => {
      const other = this.attempt(data, request, start);
      if (other.valid && (!best.valid || other.value < best.value - 1e-9)) best = other;
    };
    const choices = (p: number): readonly number[] => {
      const x = best.theta[p];
      return Math.abs(x) < NEAR_ZERO ? [x, 1, -1] : [x, -(x > 0 ? Math.max(1, x) : Math.min(-1, x))];
    };
    for (let round = 0; round < 4; round++) {
      const before = best;
      for (const values of movesOf(folds.map(choices))) {
        start.set(before.theta);
        for (let k = 0; k < folds.length; k++) start[folds[k]] = values[k];
        descend();
      }
      if (best === before) break;
    }
    const sides = folds.length <= 3 ? 1 << folds.length : 2;
    for (const far of FAR)
      for (let side = 0; side < sides; side++) {
        start.set(request.start ?? this.inits);
        for (let k = 0; k < folds.length; k++) start[folds[k]] = far * ((side >> (k % 3)) & 1 ? 1 : -1);
        descend();
      }
    return best;
  }

  /** Where the slope jumps at zero there can be a minimum on either side: looks on the other side of each. */
  private acrossKinks(data: ModelData, request: FitRequest, found: NewtonResult): NewtonResult {
    let best = found;
    const start = new Float64Array(found.theta.length);
    for (let round = 0; round < 4; round++) {
      const before = best;
      for (const p of this.kinks)
        for (const to of best.theta[p] === 0 ? [-0.1, 0.1] : [best.theta[p] > 0 ? -0.1 : 0.1]) {
          if (request.held?.has(p)) continue;
          start.set(best.theta);
          start[p] = to;
          const other = this.attempt(data, request, start);
          if (other.valid && other.value < best.value - 1e-9) best = other;
        }
      if (best === before) return best;
    }
    return best;
  }

  /**
   * A descent can end where the expectation of an empty bin reaches zero, which it may not cross. That minimum is
   * approached with counts in place of zero that go to 1e-10, so that ln λ keeps the expectation positive; the
   * likelihood found is too high by less than 1e-8 per empty bin.
   */
  private besideWall(data: ModelData, failed: NewtonResult, task: NewtonTask): NewtonResult {
    if (!data.counts.includes(0)) return failed;
    const counts = Float64Array.from(data.counts);
    let start: Float64Array = Float64Array.from(task.start);
    let iterations = failed.iterations;
    for (const stand of descendingCounts) {
      for (let i = 0; i < counts.length; i++) if (data.counts[i] === 0) counts[i] = stand;
      const found = this.newton.minimise({ counts, aux: data.aux }, { ...task, start });
      iterations += found.iterations;
      if (!found.valid) return { ...failed, iterations };
      start = found.theta;
    }
    const value = this.likelihood.value(data, start);
    return { ...failed, theta: start, value, edm: 1e-8, iterations, valid: true, reason: null };
  }

  private attempt(data: ModelData, request: FitRequest, start: ArrayLike<number>): NewtonResult {
    const { lower, upper, fixed, model } = this;
    this.start.set(start);
    for (let p = 0; p < fixed.length; p++) if (fixed[p] === 1) this.start[p] = this.inits[p];
    for (const [p, value] of request.held ?? []) {
      this.start[p] = value;
      fixed[p] = 1;
    }
    for (const [p, [low, high]] of request.bounds ?? []) {
      lower[p] = low;
      upper[p] = high;
    }
    const task = { start: this.start, lower, upper, fixed };
    const direct = this.newton.minimise(data, task);
    const result = direct.valid || !Number.isFinite(direct.value) ? direct : this.besideWall(data, direct, task);
    for (const [p] of request.held ?? []) fixed[p] = model.parameters[p].fixed ? 1 : 0;
    for (const [p] of request.bounds ?? []) {
      lower[p] = model.parameters[p].lower;
      upper[p] = model.parameters[p].upper;
    }
    return result;
  }
}

/** Below this many standard deviations a folded parameter counts as on neither side. */
const NEAR_ZERO = 0.1;
/** Standard deviations out, from where the last descents start. */
const FAR = [2, 4.5];

/** The values to start from, without the first choice of all, which is where things stand. */
function movesOf(choices: readonly (readonly number[])[]): number[][] {
  const still = choices.map(([first]) => first);
  if (choices.length <= 3) {
    let all: number[][] = [[]];
    for (const values of choices) all = all.flatMap((head) => values.map((value) => [...head, value]));
    return all.slice(1);
  }
  const moves: number[][] = [choices.map((values) => values[1])];
  const most = choices.length <= 12 ? choices.length : 0;
  choices.forEach((values, k) => {
    for (const value of values.slice(1)) {
      moves.push(still.with(k, value));
      for (let other = k + 1; other < most; other++)
        for (const also of choices[other].slice(1)) moves.push(still.with(k, value).with(other, also));
    }
  });
  return moves;
}

/** Counts that stand in for zero on the way to a minimum where an expectation vanishes. */
const descendingCounts = [0.1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10];

/** What the model expects at `theta`, auxiliary measurements included: its Asimov data (Cowan et al., 1007.1727). */
export function asimovData(likelihood: Likelihood, theta: Float64Array): ModelData {
  const { expectation, model } = likelihood;
  expectation.evaluate(theta);
  return {
    counts: expectation.lambda.map((l) => (l < 1e-90 ? 0 : l)),
    aux: Float64Array.from(model.parameters, ({ constraint, factor }, p) => {
      if (constraint === 'none') return 0;
      return constraint === 'poisson' ? factor * theta[p] : theta[p];
    }),
  };
}
