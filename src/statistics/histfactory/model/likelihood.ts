import { log } from '../../../math/elementary.ts';
import { logGamma } from '../../../math/special/index.ts';
import { Expectation, nonZero } from './expectation.ts';
import type { HistFactoryModel, ModelData } from './model.ts';

/** Below this an expectation counts as none at all. */
const nothing = 1e-90;

/**
 * 2·ln of (likelihood of the saturated model over that of the parameters): Σ 2[λ − n + n ln(n/λ)] over bins and Poisson
 * auxiliary counts, plus Σ ((a − θ)/σ)² over normal ones. Zero at best, so small differences keep their digits;
 * −2 ln L is this plus `saturatedTwiceNll`. +Infinity where an expectation is negative, or none where there are events.
 */
export class Likelihood {
  readonly model: HistFactoryModel;
  readonly expectation: Expectation;
  private readonly weight: Float64Array;
  private readonly curve: Float64Array;
  /** Derivatives of λ: per channel one row per parameter of `params`, then one per family. */
  private readonly rows: readonly (readonly Float64Array[])[];
  private readonly sums: Float64Array;

  constructor(model: HistFactoryModel) {
    this.model = model;
    this.expectation = new Expectation(model);
    this.weight = new Float64Array(model.bins);
    this.curve = new Float64Array(model.bins);
    this.rows = model.channels.map((channel) =>
      Array.from({ length: channel.params.length + channel.families.length }, () => new Float64Array(channel.bins)),
    );
    this.sums = new Float64Array(Math.max(0, ...model.blocks.map((block) => block.locals.length)));
  }

  value(data: ModelData, theta: Float64Array): number {
    this.expectation.evaluate(theta);
    return this.fromExpectation(data, theta);
  }

  /**
   * The value; writes its gradient to `gradient` and, when given, its exact matrix of second derivatives to `hessian`
   * (both triangles, all parameters).
   */
  derivatives(data: ModelData, theta: Float64Array, gradient: Float64Array, hessian: Float64Array | null): number {
    this.expectation.evaluate(theta);
    const value = this.fromExpectation(data, theta);
    const { lambda } = this.expectation;
    const { weight, curve } = this;
    for (let i = 0; i < lambda.length; i++) {
      const n = data.counts[i];
      const ratio = n > 0 ? n / lambda[i] : 0;
      weight[i] = 2 * (1 - ratio);
      curve[i] = n > 0 ? (2 * ratio) / lambda[i] : 0;
    }
    gradient.fill(0);
    hessian?.fill(0);
    if (hessian !== null) for (const rows of this.rows) for (const row of rows) row.fill(0);
    for (let b = 0; b < this.expectation.states.length; b++) this.addBlock(b, gradient, hessian);
    if (hessian !== null) this.addProducts(hessian);
    this.addConstraints(data, theta, gradient, hessian);
    return value;
  }

  private fromExpectation(data: ModelData, theta: Float64Array): number {
    const { lambda } = this.expectation;
    const { counts, aux } = data;
    let sum = 0;
    for (let i = 0; i < lambda.length; i++) {
      const n = counts[i];
      const l = lambda[i];
      if (n > 0) {
        if (!(l > nothing)) return Number.POSITIVE_INFINITY;
        sum += 2 * (l - n - n * log(l / n));
      } else if (l > 0) sum += 2 * l;
      else if (!(l >= -nothing)) return Number.POSITIVE_INFINITY;
    }
    const parameters = this.model.parameters;
    for (let p = 0; p < parameters.length; p++) {
      const { constraint, sigma, factor } = parameters[p];
      if (constraint === 'normal') {
        const pull = (theta[p] - aux[p]) / sigma;
        sum += pull * pull;
      } else if (constraint === 'poisson') {
        const mean = factor * theta[p];
        const a = aux[p];
        if (!(mean > 0)) {
          if (a > 0 || mean < 0) return Number.POSITIVE_INFINITY;
        } else sum += a > 0 ? 2 * (mean - a - a * log(mean / a)) : 2 * mean;
      }
    }
    return sum;
  }

  /** Gradient of a block by its own sums; second derivatives of λ weighted by ∂/∂λ, and the rows of first ones. */
  private addBlock(b: number, gradient: Float64Array, hessian: Float64Array | null): void {
    const { block, base, factor, ratio1, ratio2 } = this.expectation.states[b];
    const { bends, theta } = this.expectation;
    const channel = this.model.channels[block.channel];
    const n = gradient.length;
    const bins = base.length;
    const { weight, sums } = this;
    const first = block.first;
    const rows = this.rows[block.channel];
    let total = 0;
    for (let i = 0; i < bins; i++) total += weight[first + i] * factor[i] * base[i];
    for (let k = 0; k < block.locals.length; k++) {
      const p = channel.params[block.locals[k]];
      const s = block.localScalar[k];
      const h = block.localShape[k];
      const g = s < 0 ? 0 : ratio1[s];
      let slopeSum = 0;
      let bendSum = 0;
      if (h >= 0) {
        const slope = block.slopes[h];
        const bent = block.bends[h];
        const q1 = bends[3 * p + 1];
        for (let i = 0; i < bins; i++) {
          const wf = weight[first + i] * factor[i];
          slopeSum += wf * (slope[i] + q1 * bent[i]);
          bendSum += wf * bent[i];
        }
      }
      gradient[p] += g * total + slopeSum;
      if (hessian === null) continue;
      sums[k] = slopeSum;
      const row = rows[block.locals[k]];
      if (g !== 0) for (let i = 0; i < bins; i++) row[i] += g * factor[i] * base[i];
      if (h >= 0) {
        const slope = block.slopes[h];
        const bent = block.bends[h];
        const q1 = bends[3 * p + 1];
        for (let i = 0; i < bins; i++) row[i] += factor[i] * (slope[i] + q1 * bent[i]);
      }
      hessian[p * n + p] += (s < 0 ? 0 : ratio2[s] * total) + 2 * g * slopeSum + bends[3 * p + 2] * bendSum;
      for (let l = 0; l < k; l++) {
        const other = channel.params[block.locals[l]];
        const so = block.localScalar[l];
        const go = so < 0 ? 0 : ratio1[so];
        const mixed = g * go * total + g * sums[l] + go * slopeSum;
        hessian[p * n + other] += mixed;
        hessian[other * n + p] += mixed;
      }
    }
    for (let f = 0; f < block.families.length; f++) {
      const params = channel.families[block.families[f]];
      const row = rows[channel.params.length + block.families[f]];
      for (let i = 0; i < bins; i++) {
        const p = params[i];
        if (p < 0) continue;
        const perUnit = factor[i] / nonZero(theta[p]);
        const slope = perUnit * base[i];
        gradient[p] += weight[first + i] * slope;
        if (hessian === null) continue;
        row[i] += slope;
        for (let k = 0; k < block.locals.length; k++) {
          const q = channel.params[block.locals[k]];
          const s = block.localScalar[k];
          const h = block.localShape[k];
          let along = s < 0 ? 0 : ratio1[s] * slope;
          if (h >= 0) along += perUnit * (block.slopes[h][i] + bends[3 * q + 1] * block.bends[h][i]);
          const mixed = weight[first + i] * along;
          hessian[p * n + q] += mixed;
          hessian[q * n + p] += mixed;
        }
        for (let e = 0; e < f; e++) {
          const q = channel.families[block.families[e]][i];
          if (q < 0) continue;
          const mixed = (weight[first + i] * slope) / nonZero(theta[q]);
          hessian[p * n + q] += mixed;
          hessian[q * n + p] += mixed;
        }
      }
    }
  }

  /** Adds Σ_bins ∂²/∂λ² · ∂λ/∂p · ∂λ/∂q. */
  private addProducts(hessian: Float64Array): void {
    const n = this.model.parameters.length;
    const { curve } = this;
    for (let c = 0; c < this.model.channels.length; c++) {
      const { params, families, first, bins } = this.model.channels[c];
      const rows = this.rows[c];
      for (let k = 0; k < params.length; k++) {
        const p = params[k];
        const a = rows[k];
        for (let l = 0; l <= k; l++) {
          const other = rows[l];
          let sum = 0;
          for (let i = 0; i < bins; i++) sum += curve[first + i] * a[i] * other[i];
          hessian[p * n + params[l]] += sum;
          if (l !== k) hessian[params[l] * n + p] += sum;
        }
      }
      for (let f = 0; f < families.length; f++) {
        const own = rows[params.length + f];
        for (let i = 0; i < bins; i++) {
          const p = families[f][i];
          const scaled = curve[first + i] * own[i];
          if (p < 0 || scaled === 0) continue;
          for (let k = 0; k < params.length; k++) {
            const product = scaled * rows[k][i];
            hessian[p * n + params[k]] += product;
            hessian[params[k] * n + p] += product;
          }
          for (let e = 0; e <= f; e++) {
            const q = families[e][i];
            if (q < 0) continue;
            const product = scaled * rows[params.length + e][i];
            hessian[p * n + q] += product;
            if (q !== p) hessian[q * n + p] += product;
          }
        }
      }
    }
  }

  private addConstraints(
    data: ModelData,
    theta: Float64Array,
    gradient: Float64Array,
    hessian: Float64Array | null,
  ): void {
    const parameters = this.model.parameters;
    const n = parameters.length;
    for (let p = 0; p < n; p++) {
      const { constraint, sigma, factor } = parameters[p];
      const a = data.aux[p];
      if (constraint === 'normal') {
        gradient[p] += (2 * (theta[p] - a)) / (sigma * sigma);
        if (hessian !== null) hessian[p * n + p] += 2 / (sigma * sigma);
      } else if (constraint === 'poisson') {
        gradient[p] += 2 * (factor - (a > 0 ? a / theta[p] : 0));
        if (hessian !== null && a > 0) hessian[p * n + p] += (2 * a) / (theta[p] * theta[p]);
      }
    }
  }
}

/** −2 ln L of the saturated model: what turns a `Likelihood` value into −2 ln L as pyhf prints it. */
export function saturatedTwiceNll(model: HistFactoryModel, data: ModelData): number {
  const poisson = (n: number): number => (n > 0 ? 2 * (n - n * log(n) + logGamma(n + 1)) : 0);
  let sum = 0;
  for (const n of data.counts) sum += poisson(n);
  for (const [p, { constraint, sigma }] of model.parameters.entries()) {
    if (constraint === 'normal') sum += 2 * log(sigma * 2.5066282746310002);
    else if (constraint === 'poisson') sum += poisson(data.aux[p]);
  }
  return sum;
}
