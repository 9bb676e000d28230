import { modelCovariance } from '../fit/model-covariance.ts';
import { ModelFitter } from '../fit/model-fit.ts';
import { Expectation } from '../model/expectation.ts';
import { type HistFactoryModel, type ModelData, observedData } from '../model/model.ts';
import { prior } from './pulls.ts';

/** Expected events with their error from the parameters; the error is null where the fit gives none. */
export interface Yield {
  readonly value: number;
  readonly error: number | null;
}

/** One sample of a channel, or all of them ('total'), before and after the fit. */
export interface SampleYields {
  readonly sample: string;
  readonly prefit: Yield;
  readonly postfit: Yield;
}

/** A channel: what was seen, and what was expected of each sample and bin. */
export interface ChannelYields {
  readonly channel: string;
  readonly observed: number;
  readonly samples: readonly SampleYields[];
  /** Per bin, all samples together. */
  readonly bins: readonly { readonly observed: number; readonly prefit: Yield; readonly postfit: Yield }[];
}

/**
 * Expected events per channel, sample and bin before the fit (start values; errors from the constraints alone, free
 * parameters have none) and after it (errors from the covariance). Errors follow the expectation half a step up and
 * down each parameter, at most to its bounds. `reason` says why post-fit errors are missing.
 */
export function yields(
  model: HistFactoryModel,
  data: ModelData = observedData(model),
): { readonly channels: readonly ChannelYields[]; readonly reason: string | null } {
  const fitter = new ModelFitter(model);
  const best = fitter.fit(data);
  const { errors, correlation, reason } = modelCovariance(fitter, data, best.theta);
  const trouble = best.reason ?? reason;
  const expectation = new Expectation(model);
  const inits = Float64Array.from(model.parameters, ({ init }) => init);
  const priors = Float64Array.from(model.parameters, ({ constraint, fixed }, p) =>
    fixed || constraint === 'none' ? 0 : prior(model, data, p).error,
  );
  const before = spread(expectation, inits, priors, null);
  const after = spread(expectation, best.theta, errors, correlation);
  const at = (list: typeof before, entry: number, known: boolean): Yield => ({
    value: list.values[entry],
    error: known ? list.errors[entry] : null,
  });
  const pair = (entry: number) => ({ prefit: at(before, entry, true), postfit: at(after, entry, trouble === null) });
  const { blocks, bins, channels } = model;
  const list = channels.map(
    ({ name, first, bins: count }, c): ChannelYields => ({
      channel: name,
      observed: data.counts.subarray(first, first + count).reduce((sum, n) => sum + n, 0),
      samples: [
        ...blocks.flatMap(({ channel, sample }, b) => (channel === c ? [{ sample, ...pair(b) }] : [])),
        { sample: 'total', ...pair(blocks.length + bins + c) },
      ],
      bins: Array.from({ length: count }, (_, i) => ({
        observed: data.counts[first + i],
        ...pair(blocks.length + first + i),
      })),
    }),
  );
  return { channels: list, reason: trouble };
}

/** Events per block, then per bin, then per channel, with errors from steps of ± `errors` and their correlation. */
function spread(
  expectation: Expectation,
  theta: Float64Array,
  errors: Float64Array,
  correlation: Float64Array | null,
): { values: Float64Array; errors: Float64Array } {
  const { model } = expectation;
  const values = entries(expectation, theta);
  const n = theta.length;
  const steps = Array.from(errors, (error, p) => {
    if (!(error > 0)) return null;
    const { lower, upper } = model.parameters[p];
    const moved = (to: number): Float64Array => {
      const place = Float64Array.from(theta);
      place[p] = Math.min(upper, Math.max(lower, to));
      return entries(expectation, place);
    };
    const up = moved(theta[p] + error);
    const down = moved(theta[p] - error);
    return up.map((x, k) => 0.5 * (x - down[k]));
  });
  const out = new Float64Array(values.length);
  for (let p = 0; p < n; p++)
    for (let q = 0; q < n; q++) {
      const rho = p === q ? 1 : (correlation?.[p * n + q] ?? 0);
      const [a, b] = [steps[p], steps[q]];
      if (rho === 0 || a === null || b === null) continue;
      for (let k = 0; k < out.length; k++) out[k] += rho * a[k] * b[k];
    }
  return { values, errors: out.map((variance) => Math.sqrt(Math.max(0, variance))) };
}

function entries(expectation: Expectation, theta: Float64Array): Float64Array {
  const { model } = expectation;
  expectation.evaluate(theta);
  const { blocks, bins, channels } = model;
  const out = new Float64Array(blocks.length + bins + channels.length);
  for (const [b, { block, base, factor }] of expectation.states.entries())
    for (let i = 0; i < base.length; i++) {
      const product = factor[i] * base[i];
      // Factors of zero stand as tiny numbers in the product.
      const events = Math.abs(product) < 1e-90 ? 0 : product;
      out[b] += events;
      out[blocks.length + block.first + i] += events;
      out[blocks.length + bins + block.channel] += events;
    }
  return out;
}
