import { exp, log } from '../../../math/elementary.ts';
import { PiecewiseChebyshev } from '../../../math/piecewise-chebyshev.ts';
import { normalCdf, normalPdf, poissonPmf } from '../../../math/special/index.ts';
import type { AveragingPoints } from '../averaging.ts';
import type { CountingModel } from '../counting-model.ts';
import { efficiencyPoints } from '../efficiency.ts';
import { independentChannels } from '../profile/common-nuisances.ts';
import { compoundPoisson } from './compound-poisson.ts';

/** Up to this Q expected all channels are summed exactly. */
const CROWD = 100_000;
/** Above it, channels that expect more than this enter through their first three cumulants (Edgeworth). */
const MANY = 30;
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

/** The backgrounds at one value of what they share, and the factors of the common efficiency with their weights. */
interface Shared {
  readonly backgrounds: readonly AveragingPoints[];
  readonly weight: number;
  readonly efficiency: number[];
  readonly efficiencyWeight: number[];
}

function sharedValues(model: CountingModel): Shared[] {
  const found = new Map<readonly AveragingPoints[], Shared>();
  for (const { weight, efficiency, backgrounds } of independentChannels(model)) {
    const known = found.get(backgrounds) ?? { backgrounds, weight: 0, efficiency: [], efficiencyWeight: [] };
    known.efficiency.push(efficiency);
    known.efficiencyWeight.push(weight);
    found.set(backgrounds, known);
  }
  return [...found.values()];
}

/** Of more factors of a common efficiency than this, P(Q ≤ q) is followed as a function of the signal. */
const FEW_FACTORS = 3;

/** The distribution of Q for whole-number weights: exact sums of positive terms but for channels of many events. */
export function weightedCount(model: CountingModel, weights: readonly number[]): WeightedCount {
  const shared = sharedValues(model);
  const used = model.channels.map((_, i) => i).filter((i) => weights[i] > 0);
  const own = model.channels.map((channel) => efficiencyPoints(channel.efficiency));
  const expected = (i: number): number => Math.max(...shared.map(({ backgrounds }) => center(backgrounds[i])));
  const all = used.reduce((sum, i) => sum + weights[i] * expected(i), 0);
  const large = new Set(all > CROWD ? used.filter((i) => expected(i) > MANY) : []);
  const small = used.filter((i) => !large.has(i));
  const parts = shared.map((entry) => {
    const at = weightedCountAt(model, weights, entry.backgrounds, own, small, [...large]);
    const followed = new Map<number, (x: number) => number>();
    return { ...entry, at, followed };
  });
  const averaged = ({ at, efficiency, efficiencyWeight, followed }: (typeof parts)[number], q: number, s: number) => {
    if (s === 0 || efficiency.length <= FEW_FACTORS)
      return efficiency.reduce((sum, e, k) => sum + efficiencyWeight[k] * at.cumulative(q, e * s), 0);
    let log = followed.get(q);
    if (log === undefined) {
      const closely = large.size > 0 ? 1e-5 : 1e-8;
      log = followedLog((x) => at.cumulative(q, x), q / Math.max(...weights), model, closely);
      followed.set(q, log);
    }
    let sum = 0;
    for (let k = 0; k < efficiency.length; k++) sum += efficiencyWeight[k] * exp(log(efficiency[k] * s));
    return sum;
  };
  return {
    approximate: large.size > 0,
    cumulative(q, s) {
      if (q < 0) return 0;
      let sum = 0;
      for (const part of parts) sum += averaged(part, q, s);
      return sum;
    },
    density(top) {
      const sum = new Float64Array(top + 1);
      for (const { at, efficiencyWeight } of parts) {
        const weight = efficiencyWeight.reduce((all, w) => all + w, 0);
        const p = at.background(top);
        for (let k = 0; k <= top; k++) sum[k] += weight * p[k];
      }
      return sum;
    },
  };
}

/** ln f for the signal x on polynomials, straight on where f has become too small to matter. */
function followedLog(
  f: (x: number) => number,
  events: number,
  model: CountingModel,
  closely: number,
): (x: number) => number {
  const least = Math.max(...model.channels.map(({ signal }) => signal ?? 1));
  const logOf = (x: number): number => log(Math.max(1e-280, f(x)));
  const start = logOf(0);
  let last = (20 + 10 * Math.sqrt(events + 1)) / least;
  while (logOf(last) > start - 40 && last < (1e9 * (1 + events)) / least) last *= 2;
  const pieces = new PiecewiseChebyshev(logOf, 0, last, closely);
  const end = logOf(last);
  const slope = (end - start) / last;
  return (x) => (x <= last ? pieces.at(x) : end + slope * (x - last));
}

/** P(Q ≤ q) at signal x and probabilities of Q without signal, at one value of everything shared. */
interface WeightedCountAt {
  readonly cumulative: (q: number, x: number) => number;
  readonly background: (top: number) => Float64Array;
}

function weightedCountAt(
  model: CountingModel,
  weights: readonly number[],
  backgrounds: readonly AveragingPoints[],
  own: readonly AveragingPoints[],
  small: readonly number[],
  large: readonly number[],
): WeightedCountAt {
  const signalOf = (i: number): number => model.channels[i].signal ?? 1;
  // Channels known exactly add up to one compound Poisson count; so does the signal of those of known efficiency.
  const exact = small.filter((i) => backgrounds[i].values.length === 1 && own[i].values.length === 1);
  const spread = small.filter((i) => own[i].values.length === 1 && !exact.includes(i));
  const unsure = small.filter((i) => own[i].values.length > 1);
  const known = [...exact, ...spread];
  const weightsOf = (list: readonly number[]): number[] => list.map((i) => weights[i]);
  const means = (i: number, x: number, visit: (mean: number, w: number) => void): void => {
    const { values: b, weights: wb } = backgrounds[i];
    const { values: e, weights: we } = own[i];
    for (let k = 0; k < e.length; k++)
      for (let j = 0; j < b.length; j++) visit(e[k] * signalOf(i) * x + b[j], we[k] * wb[j]);
  };
  const pmf = (i: number, x: number, most: number): Float64Array => {
    const table = new Float64Array(most + 1);
    means(i, x, (mean, weight) => {
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
  const withChannel = (sum: Float64Array, i: number, x: number): Float64Array => {
    const top = sum.length - 1;
    const table = pmf(i, x, Math.floor(top / weights[i]));
    const next = new Float64Array(top + 1);
    let last = table.length - 1;
    while (last > 0 && table[last] < NEGLIGIBLE) last -= 1;
    let reach = top;
    while (reach > 0 && sum[reach] === 0) reach -= 1;
    for (let n = 0; n <= last; n++) {
      const p = table[n];
      if (p < NEGLIGIBLE * NEGLIGIBLE) continue;
      const shift = n * weights[i];
      const end = Math.min(reach, top - shift);
      for (let k = 0; k <= end; k++) next[k + shift] += p * sum[k];
    }
    return next;
  };
  let kept = new Float64Array(0);
  /** Background of the channels of known efficiency. */
  const knownBackground = (top: number): Float64Array => {
    if (kept.length > top) return kept.subarray(0, top + 1);
    const made = Math.max(top, Math.ceil(1.5 * kept.length));
    const { scaled, logScale } = compoundPoisson(
      weightsOf(exact),
      exact.map((i) => backgrounds[i].values[0]),
      made,
    );
    const scale = exp(logScale);
    let sum: Float64Array = scaled.map((p) => p * scale);
    for (const i of spread) sum = withChannel(sum, i, 0);
    kept = Float64Array.from(sum);
    return kept.subarray(0, top + 1);
  };
  const density = (x: number, top: number): Float64Array => {
    let sum = spread.length === 0 ? exactAt(x, top) : Float64Array.from(knownBackground(top));
    if (x > 0 && spread.length > 0) sum = convolved(signalAt(x, top), sum);
    for (const i of unsure) sum = withChannel(sum, i, x);
    return sum;
  };
  /** Signal and background of channels known exactly, when these are all. */
  const exactAt = (x: number, top: number): Float64Array => {
    const expected = exact.map((i) => signalOf(i) * x + backgrounds[i].values[0]);
    const { scaled, logScale } = compoundPoisson(weightsOf(exact), expected, top);
    const scale = exp(logScale);
    return scaled.map((p) => p * scale);
  };
  const signalAt = (x: number, top: number): Float64Array => {
    const { scaled, logScale } = compoundPoisson(
      weightsOf(known),
      known.map((i) => signalOf(i) * x),
      top,
    );
    const scale = exp(logScale);
    return scaled.map((p) => p * scale);
  };
  const cumulants = (x: number): Cumulants => {
    const total: Cumulants = { mean: 0, variance: 0, third: 0 };
    for (const i of large) {
      let m1 = 0;
      means(i, x, (mean, w) => {
        m1 += w * mean;
      });
      let m2 = 0;
      let m3 = 0;
      means(i, x, (mean, w) => {
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
  const expanded = (q: number, x: number): number => {
    const total = cumulants(x);
    // Small channels cannot reach far above their means: no need to follow Q of the large ones.
    let far = 40;
    for (const i of small) {
      let mean = 0;
      means(i, x, (m, w) => {
        mean += w * m;
      });
      far += weights[i] * (mean + 12 * Math.sqrt(mean + 1) + 12);
    }
    const parts = density(x, Math.min(q, Math.ceil(far)));
    let sum = 0;
    const [from, to] = held(parts);
    for (let k = from; k <= to; k++) sum += parts[k] * edgeworth(q - k, total);
    return sum;
  };
  return {
    background: (top) => density(0, top),
    cumulative(q, x) {
      if (large.length > 0) return expanded(q, x);
      let background: Float64Array = Float64Array.from(knownBackground(q));
      for (const i of unsure) background = withChannel(background, i, x);
      for (let k = 1; k <= q; k++) background[k] += background[k - 1];
      if (x === 0) return background[q];
      const signal = signalAt(x, q);
      let sum = 0;
      for (let k = 0; k <= q; k++) sum += signal[k] * background[q - k];
      return sum;
    },
  };
}

/** Probabilities of the sum of two counts, as far as the second goes. */
function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(b.length);
  const [aFrom, aTo] = held(a);
  const [bFrom, bTo] = held(b);
  for (let i = aFrom; i <= aTo; i++) {
    const p = a[i];
    if (p === 0) continue;
    for (let k = bFrom; k <= bTo && i + k < b.length; k++) sum[i + k] += p * b[k];
  }
  return sum;
}

/** The first and last place that hold more than a 1e-20th of the largest probability. */
function held(p: Float64Array): [number, number] {
  let largest = 0;
  for (const x of p) largest = Math.max(largest, x);
  let [from, to] = [0, p.length - 1];
  while (from < to && p[from] <= 1e-20 * largest) from += 1;
  while (to > from && p[to] <= 1e-20 * largest) to -= 1;
  return [from, to];
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
