import { log } from '../../../math/elementary.ts';
import { type CountingModel, type Counts, totalSignal } from '../counting-model.ts';
import { channelWeights } from '../counts/channel-weights.ts';
import { bandProbabilities } from '../counts/count-distribution.ts';
import { type WeightedCount, weightedCount } from '../counts/weighted-count.ts';
import type { ExpectedLimits } from '../limit-method.ts';
import { solveCls } from './solve-cls.ts';

const LEAST = 1e-290;
const MOST_NODES = 17;

interface Prepared {
  readonly weights: readonly number[];
  readonly count: WeightedCount;
  readonly limit: (q: number) => number;
  /** ln CLs as a function of the signal strength, for a weighted count. */
  readonly logCls: (q: number) => (s: number) => number;
  readonly notes: readonly string[];
}

function prepared(model: CountingModel, level: number): Prepared {
  const weights = channelWeights(model);
  const count = weightedCount(model, weights);
  const step = 1 / totalSignal(model);
  const largest = Math.max(...weights);
  const known = new Map<number, number>();
  const logCls = (q: number) => {
    const withoutSignal = Math.max(LEAST, count.cumulative(q, 0));
    return (s: number): number => log(Math.max(LEAST, count.cumulative(q, s)) / withoutSignal);
  };
  return {
    weights,
    count,
    logCls,
    limit(q) {
      let found = known.get(q);
      if (found === undefined) {
        found = solveCls(logCls(q), level, step * (1 + Math.sqrt(q / largest)), 1e-9);
        known.set(q, found);
      }
      return found;
    },
    notes: [
      `Channels are combined by the weighted count of events, weights ${weights.join(' : ')}.`,
      ...(count.approximate
        ? ['Channels with more than 30 expected events enter through an Edgeworth expansion.']
        : []),
    ],
  };
}

/** The CLs upper limit of several channels by the weighted count of their events, for all counts asked for. */
export function clsOfSeveralChannels(
  model: CountingModel,
  level: number,
): (counts: Counts) => { readonly upper: number; readonly notes: readonly string[] } {
  const { weights, limit, notes } = prepared(model, level);
  return (counts) => ({ upper: limit(counts.reduce((q, n, i) => q + weights[i] * n, 0)), notes });
}

/** ln CLs(s) of several channels by the weighted count of their events, for all counts asked for. */
export function logClsOfSeveralChannels(model: CountingModel): (counts: Counts) => (s: number) => number {
  const { weights, logCls } = prepared(model, 0.5);
  return (counts) => logCls(counts.reduce((q, n, i) => q + weights[i] * n, 0));
}

/**
 * Expected limits without signal: the limit depends on the counts through the weighted count Q alone, so it is found
 * at the quantiles of Q and, for the mean, at up to 17 values of Q with straight lines between.
 */
export function expectedOfSeveralChannels(model: CountingModel, level: number): ExpectedLimits {
  const { count, limit, notes } = prepared(model, level);
  const cumulative = new Map<number, number>();
  const below = (q: number): number => {
    let p = cumulative.get(q);
    if (p === undefined) {
      p = count.cumulative(q, 0);
      cumulative.set(q, p);
    }
    return p;
  };
  const quantile = (p: number): number => {
    let low = -1;
    let high = 64;
    while (below(high) < p && high < 1e12) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      const middle = Math.floor(0.5 * (low + high));
      if (below(middle) >= p) high = middle;
      else low = middle;
    }
    return high;
  };
  const bands = bandProbabilities.map((p) => limit(quantile(p))) as unknown as ExpectedLimits['bands'];
  const first = quantile(1e-5);
  const last = quantile(1 - 1e-6);
  const probability = count.approximate ? null : count.density(last);
  const occurring: number[] = [];
  const stride = probability === null ? Math.max(1, Math.floor((last - first) / 200)) : 1;
  for (let q = first; q <= last; q += stride) if (probability === null || probability[q] > 1e-10) occurring.push(q);
  const nodes = thinned(occurring);
  const limits = nodes.map(limit);
  let sum = 0;
  let all = 0;
  let node = 0;
  for (const [i, q] of occurring.entries()) {
    const p = probability === null ? below(q) - (i === 0 ? 0 : below(occurring[i - 1])) : probability[q];
    while (node + 2 < nodes.length && nodes[node + 1] < q) node += 1;
    const share = nodes.length === 1 ? 0 : (q - nodes[node]) / (nodes[node + 1] - nodes[node]);
    all += p;
    sum += p * (share === 0 ? limits[node] : limits[node] + share * (limits[node + 1] - limits[node]));
  }
  return { bands, mean: sum / all, notes };
}

function thinned(values: readonly number[]): number[] {
  const most = Math.min(MOST_NODES, values.length);
  return Array.from(
    { length: most },
    (_, i) => values[most === 1 ? 0 : Math.round((i * (values.length - 1)) / (most - 1))],
  );
}
