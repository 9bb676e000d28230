import { exp } from '../../math/elementary.ts';
import { normalCdf, normalPdf, poissonPmf } from '../../math/special/index.ts';
import type { AveragingPoints } from './averaging.ts';
import { independentChannels } from './common-nuisances.ts';
import type { CountingModel } from './counting-model.ts';
import { efficiencyPoints } from './efficiency.ts';

/** Channels that expect more than this enter through their first three cumulants (Edgeworth), the others exactly. */
const MANY = 400;
/** Probabilities below this, above the mean, do not count. */
const NEGLIGIBLE = 1e-18;

/** Probabilities of the weighted count Q = Σ wᵢ nᵢ, nuisance parameters averaged over. */
export interface WeightedCount {
  /** P(Q ≤ q) for signal s. */
  readonly cumulative: (q: number, s: number) => number;
  /** P(Q = k | no signal), k = 0…top; only where nothing is approximate. */
  readonly density: (top: number) => Float64Array;
  /** True when some channel was too large to be summed exactly. */
  readonly approximate: boolean;
}

interface Cumulants {
  mean: number;
  variance: number;
  third: number;
}

/** The distribution of Q for whole-number weights, by convolution of the channels' count probabilities. */
export function weightedCount(model: CountingModel, weights: readonly number[]): WeightedCount {
  const entries = independentChannels(model);
  const used = model.channels.map((_, i) => i).filter((i) => weights[i] > 0);
  const own = model.channels.map((channel) => efficiencyPoints(channel.efficiency));
  const large = new Set(used.filter((i) => entries.some(({ backgrounds }) => center(backgrounds[i]) > MANY)));
  const small = used.filter((i) => !large.has(i));

  const means = (i: number, entry: (typeof entries)[number], s: number, visit: (mean: number, w: number) => void) => {
    const signal = entry.efficiency * s * (model.channels[i].signal ?? 1);
    const { values: b, weights: wb } = entry.backgrounds[i];
    const { values: e, weights: we } = own[i];
    for (let k = 0; k < e.length; k++) for (let j = 0; j < b.length; j++) visit(e[k] * signal + b[j], we[k] * wb[j]);
  };
  const pmf = (i: number, entry: (typeof entries)[number], s: number, most: number): Float64Array => {
    const table = new Float64Array(most + 1);
    means(i, entry, s, (mean, weight) => {
      if (mean > 600) {
        for (let n = 0; n <= most; n++) table[n] += weight * poissonPmf(n, mean);
        return;
      }
      let p = weight * exp(-mean);
      for (let n = 0; n <= most; n++) {
        table[n] += p;
        p *= mean / (n + 1);
      }
    });
    return table;
  };
  /** P(Q of the small channels = k) for k up to `top`, of all but the last `left` of them. */
  const density = (entry: (typeof entries)[number], s: number, top: number, left: number): Float64Array => {
    let sum = new Float64Array(top + 1);
    sum[0] = 1;
    let reach = 0;
    for (const i of small.slice(0, small.length - left)) {
      const table = pmf(i, entry, s, Math.floor(top / weights[i]));
      const next = new Float64Array(top + 1);
      let last = table.length - 1;
      while (last > 0 && table[last] < NEGLIGIBLE) last -= 1;
      for (let n = 0; n <= last; n++) {
        const p = table[n];
        if (p < NEGLIGIBLE * NEGLIGIBLE) continue;
        const shift = n * weights[i];
        const end = Math.min(reach, top - shift);
        for (let k = 0; k <= end; k++) next[k + shift] += p * sum[k];
      }
      reach = Math.min(top, reach + last * weights[i]);
      sum = next;
    }
    return sum;
  };
  const cumulants = (entry: (typeof entries)[number], s: number): Cumulants => {
    const total: Cumulants = { mean: 0, variance: 0, third: 0 };
    for (const i of large) {
      let m1 = 0;
      means(i, entry, s, (mean, w) => {
        m1 += w * mean;
      });
      let m2 = 0;
      let m3 = 0;
      means(i, entry, s, (mean, w) => {
        const d = mean - m1;
        m2 += w * d * d;
        m3 += w * d * d * d;
      });
      const w = weights[i];
      total.mean += w * m1;
      total.variance += w * w * (m1 + m2);
      total.third += w * w * w * (m1 + 3 * m2 + m3);
    }
    return total;
  };
  /** P(Q of the small channels ≤ q): the last channel needs no convolution. */
  const summed = (entry: (typeof entries)[number], s: number, q: number): number => {
    const parts = density(entry, s, q, 1);
    for (let k = 1; k <= q; k++) parts[k] += parts[k - 1];
    const i = small[small.length - 1];
    const table = pmf(i, entry, s, Math.floor(q / weights[i]));
    let sum = 0;
    for (let n = 0; n < table.length; n++) sum += table[n] * parts[q - n * weights[i]];
    return sum;
  };
  const expanded = (entry: (typeof entries)[number], s: number, q: number): number => {
    const total = cumulants(entry, s);
    // Small channels cannot reach far above their means: no need to follow Q of the large ones.
    let far = 40;
    for (const i of small) {
      let mean = 0;
      means(i, entry, s, (m, w) => {
        mean += w * m;
      });
      far += weights[i] * (mean + 12 * Math.sqrt(mean + 1) + 12);
    }
    const parts = density(entry, s, Math.min(q, Math.ceil(far)), 0);
    let sum = 0;
    for (let k = 0; k < parts.length; k++) sum += parts[k] * edgeworth(q - k, total);
    return sum;
  };
  return {
    approximate: large.size > 0,
    cumulative(q, s) {
      if (q < 0) return 0;
      let sum = 0;
      for (const entry of entries) sum += entry.weight * (large.size > 0 ? expanded : summed)(entry, s, q);
      return sum;
    },
    density(top) {
      const sum = new Float64Array(top + 1);
      for (const entry of entries) {
        const parts = density(entry, 0, top, 0);
        for (let k = 0; k <= top; k++) sum[k] += entry.weight * parts[k];
      }
      return sum;
    },
  };
}

function center({ values, weights }: AveragingPoints): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += weights[j] * values[j];
  return sum;
}

/** P(X ≤ x) of a distribution near a Gaussian, first Edgeworth term; x is raised by half a unit of the lattice. */
function edgeworth(x: number, { mean, variance, third }: Cumulants): number {
  const sigma = Math.sqrt(variance);
  const z = (x + 0.5 - mean) / sigma;
  if (z < -30) return 0;
  const skewness = third / (variance * sigma);
  return Math.max(0, normalCdf(z) - (skewness / 6) * (z * z - 1) * normalPdf(z));
}
