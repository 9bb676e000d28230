import { gaussLegendre } from '../../math/quadrature.ts';
import { normalCdf, normalPdf } from '../../math/special/index.ts';
import type { CountingModel, Counts } from './counting-model.ts';
import { backgroundCounts, bandProbabilities, MOST_COUNT } from './counts/count-distribution.ts';
import { likelyOutcomes } from './counts/likely-outcomes.ts';
import type { ExpectedLimits } from './limit-method.ts';

type Bands = ExpectedLimits['bands'];

/** More outcomes than this are not gone through one by one: the limit is interpolated between chosen counts. */
const MOST_COUNTS = 48;
/** Counts that reach so many times above their median are gone through by quantiles. */
const WIDE = 30;

/** The value at x of the polynomial through the points (xs, ys), by Neville's scheme. */
function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  const p = [...ys];
  for (let k = 1; k < xs.length; k++) {
    for (let i = 0; i + k < xs.length; i++) {
      p[i] = ((x - xs[i + k]) * p[i] + (xs[i] - x) * p[i + 1]) / (xs[i] - xs[i + k]);
    }
  }
  return p[0];
}

/**
 * Quantiles and mean of the upper limit over the counts that the background alone would give, its uncertainty
 * included. Up to `most` counts are gone through one by one, of more the mean is interpolated. A quantile at k standard deviations is the limit for the smallest count whose cumulative probability
 * reaches Φ(k); few counts make bands coincide.
 */
export function expectedLimits(
  model: CountingModel,
  upper: (counts: Counts) => number,
  most = MOST_COUNTS,
): ExpectedLimits {
  return model.channels.length === 1 ? ofOneChannel(model, (n) => upper([n]), most) : ofSeveralChannels(model, upper);
}

function ofOneChannel(model: CountingModel, upper: (n: number) => number, most: number): ExpectedLimits {
  const counts = backgroundCounts(model.channels[0].background);
  const known = new Map<number, number>();
  const limit = (n: number): number => {
    let value = known.get(n);
    if (value === undefined) {
      value = upper(n);
      known.set(n, value);
    }
    return value;
  };
  const bands = bandProbabilities.map((p) => limit(counts.quantile(p))) as unknown as Bands;
  const first = counts.quantile(1e-8);
  const last = Math.max(first, counts.quantile(1 - 1e-8));
  let sum = 0;
  let all = 0;
  if (last - first <= most) {
    for (let n = first; n <= last; n++) {
      const p = counts.probability(n);
      all += p;
      sum += p * limit(n);
    }
    return { bands, mean: sum / all, notes: [] };
  }
  if (last === MOST_COUNT) {
    const why = `No mean expected limit: the background reaches beyond ${MOST_COUNT.toPrecision(2)} events.`;
    return { bands, mean: null, notes: [why] };
  }
  if (last > WIDE * (counts.quantile(0.5) + WIDE))
    return { bands, mean: overQuantiles(counts.quantile, limit), notes: [] };
  const nodes = Array.from({ length: 9 }, (_, i) => Math.round(first + ((last - first) * i) / 8));
  const limits = nodes.map(limit);
  const stride = Math.max(1, Math.floor((last - first) / 300));
  for (let n = first; n <= last; n += stride) {
    const p = counts.probability(n);
    all += p;
    sum += p * interpolate(nodes, limits, n);
  }
  return { bands, mean: sum / all, notes: [] };
}

/** The mean of a limit whose counts spread over several decades: an integral over their quantiles. */
function overQuantiles(quantile: (p: number) => number, limit: (n: number) => number): number {
  const { nodes, weights } = gaussLegendre(12);
  let sum = 0;
  let all = 0;
  for (const from of [-5.6, -2.8, 0, 2.8])
    for (let i = 0; i < nodes.length; i++) {
      const z = from + 1.4 * (1 + nodes[i]);
      const p = weights[i] * normalPdf(z);
      all += p;
      sum += p * limit(quantile(normalCdf(z)));
    }
  return sum / all;
}

function ofSeveralChannels(model: CountingModel, upper: (counts: Counts) => number): ExpectedLimits {
  const { outcomes, notes } = likelyOutcomes(model);
  const limits = outcomes.map(({ counts, probability }) => ({ limit: upper(counts), probability }));
  limits.sort((a, b) => a.limit - b.limit);
  return { ...bandsOf(limits), notes };
}

/** Quantiles and mean of limits with probabilities, in ascending order of the limit. */
export function bandsOf(limits: readonly { limit: number; probability: number }[]): {
  bands: Bands;
  mean: number;
} {
  let all = 0;
  let sum = 0;
  for (const { limit, probability } of limits) {
    all += probability;
    sum += probability * limit;
  }
  const bands = bandProbabilities.map((p) => {
    let cumulative = 0;
    for (const { limit, probability } of limits) {
      cumulative += probability;
      if (cumulative >= p * all * (1 - 1e-12)) return limit;
    }
    return limits[limits.length - 1].limit;
  }) as unknown as Bands;
  return { bands, mean: sum / all };
}
