import { bend, normsysFactor } from './interpolation.ts';
import type { HistFactoryModel, ModelBlock } from './model.ts';

/** Stands for a factor of zero, so that a product can be divided by it again; three of them do not underflow. */
const tiny = 1e-100;

/** What one block came to at the parameters last evaluated. */
interface BlockState {
  readonly block: ModelBlock;
  /** nominal + Σ shifts, per bin. */
  readonly base: Float64Array;
  /** Product of all factors, per bin. */
  readonly factor: Float64Array;
  /** f′/f and f″/f of each scalar. */
  readonly ratio1: Float64Array;
  readonly ratio2: Float64Array;
}

/**
 * The expected events of a model, λ = Σ_samples Πfactors · (nominal + Σ shifts), with everything its derivatives need.
 * Holds scratch arrays: evaluate, then use; nothing is allocated per call.
 */
export class Expectation {
  readonly model: HistFactoryModel;
  /** λ per bin at the parameters last evaluated. */
  readonly lambda: Float64Array;
  readonly states: readonly BlockState[];
  /** The parameters last evaluated. */
  readonly theta: Float64Array;
  /** Which slope counts at α = 0 for codes that jump there: 1 the upper, −1 the lower. */
  readonly side: Int8Array;
  /** q, q′, q″ of each parameter that shifts shapes. */
  readonly bends: Float64Array;
  private readonly shapeParams: Int32Array;
  private readonly out = new Float64Array(3);

  constructor(model: HistFactoryModel) {
    const n = model.parameters.length;
    this.model = model;
    this.lambda = new Float64Array(model.bins);
    this.theta = new Float64Array(n);
    this.side = new Int8Array(n).fill(1);
    this.bends = new Float64Array(3 * n);
    this.shapeParams = Int32Array.from(new Set(model.blocks.flatMap((block) => [...block.shapes])));
    this.states = model.blocks.map((block) => ({
      block,
      base: Float64Array.from(block.nominal),
      factor: new Float64Array(block.nominal.length),
      ratio1: new Float64Array(block.scalars.length),
      ratio2: new Float64Array(block.scalars.length),
    }));
  }

  /** Sets `lambda` and the block states for the parameters `theta`. */
  evaluate(theta: Float64Array): void {
    const { model, out, side, bends, lambda } = this;
    this.theta.set(theta);
    for (const p of this.shapeParams) {
      bend(model.histosysCode, theta[p], side[p], out);
      bends[3 * p] = out[0];
      bends[3 * p + 1] = out[1];
      bends[3 * p + 2] = out[2];
    }
    lambda.fill(0);
    for (let b = 0; b < this.states.length; b++) this.evaluateBlock(this.states[b], theta);
  }

  private evaluateBlock(state: BlockState, theta: Float64Array): void {
    const { block, base, factor, ratio1, ratio2 } = state;
    const { model, out, lambda } = this;
    const bins = base.length;
    let scale = 1;
    for (let k = 0; k < block.scalars.length; k++) {
      const p = block.scalars[k];
      const offset = block.normsys[k];
      if (offset < 0) {
        const f = nonZero(theta[p]);
        scale *= f;
        ratio1[k] = 1 / f;
        ratio2[k] = 0;
      } else {
        normsysFactor(model.normsysCode, model.normsysNumbers, offset, theta[p], this.side[p], out);
        const f = nonZero(out[0]);
        scale *= f;
        ratio1[k] = out[1] / f;
        ratio2[k] = out[2] / f;
      }
    }
    const shapes = block.shapes.length;
    if (shapes > 0) base.set(block.nominal);
    for (let k = 0; k < shapes; k++) {
      const p = block.shapes[k];
      const alpha = theta[p];
      const q = this.bends[3 * p];
      const slope = block.slopes[k];
      const bent = block.bends[k];
      if (alpha !== 0) for (let i = 0; i < bins; i++) base[i] += alpha * slope[i] + q * bent[i];
    }
    factor.fill(scale);
    const families = model.channels[block.channel].families;
    for (let f = 0; f < block.families.length; f++) {
      const params = families[block.families[f]];
      for (let i = 0; i < bins; i++) if (params[i] >= 0) factor[i] *= nonZero(theta[params[i]]);
    }
    const first = block.first;
    for (let i = 0; i < bins; i++) lambda[first + i] += factor[i] * base[i];
  }
}

/** The number itself, or one so small in its place that the product vanishes but can still be divided. */
export const nonZero = (f: number): number => (f > tiny || f < -tiny ? f : f < 0 ? -tiny : tiny);

/** Expected events per bin at the given parameters. */
export function expectedCounts(model: HistFactoryModel, theta: ArrayLike<number>): Float64Array {
  const expectation = new Expectation(model);
  expectation.evaluate(Float64Array.from(theta));
  return expectation.lambda.map((l) => (Math.abs(l) < 1e-90 ? 0 : l));
}
