import { exp, log } from '../../../math/elementary.ts';
import { gaussLegendre } from '../../../math/quadrature.ts';
import { rootAbove } from '../../../math/roots.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { AveragingPoints } from '../averaging.ts';
import { type CountingModel, type Counts, type EfficiencyModel, isUncertain, totalSignal } from '../counting-model.ts';
import { efficiencyPoints } from '../efficiency.ts';
import type { LimitMethod } from '../limit-method.ts';
import { independentChannels } from '../profile/common-nuisances.ts';

/** A Gaussian wider than this reaches zero efficiency, where a flat prior has no normalisable posterior. */
const WIDEST_GAUSS = 0.13;

/** Bayesian credible upper limit with a flat or a Jeffreys prior of s. */
const bayes: LimitMethod = {
  title: 'Bayesian credible limit',
  references: ['O. Helene, Nucl. Instrum. Meth. 212 (1983) 319', 'H. Jeffreys, Proc. R. Soc. Lond. A 186 (1946) 453'],
  conventions: [
    'Upper limit that holds the level of the posterior of s ≥ 0; background and efficiency are averaged over.',
    'Prior flat in s (with it and a known efficiency the limit equals CLs), or Jeffreys: ∝ √(Σ sᵢ²/(sᵢ s + bᵢ)), b at its mean.',
  ],
  prepare(model, level, { prior }) {
    for (const efficiency of [model.efficiency, ...model.channels.map((channel) => channel.efficiency)])
      requireAwayFromZero(efficiency);
    const posterior = likelihoodOf(model);
    const density = prior === 'flat' ? posterior : timesJeffreys(model, posterior);
    return (counts) => ({ lower: 0, upper: upperLimit(model, counts, level, density(counts)), notes: [] });
  },
};

function requireAwayFromZero(efficiency: EfficiencyModel | undefined): void {
  if (!isUncertain(efficiency) || efficiency.kind !== 'gauss' || efficiency.relativeError <= WIDEST_GAUSS) return;
  throw new InvalidInput(
    'sesError',
    `a Gaussian efficiency with a relative error of ${efficiency.relativeError} reaches zero, where the posterior of a flat prior cannot be normalised; use the efficiency model 'lognormal' or method 'cls'.`,
  );
}

type LogDensity = (s: number) => number;

/** ln of the likelihood averaged over nuisance parameters, as a function of s, for counts. */
function likelihoodOf(model: CountingModel): (counts: Counts) => LogDensity {
  const entries = independentChannels(model);
  const own = model.channels.map((channel) => efficiencyPoints(channel.efficiency));
  const unit = model.channels.map((channel) => channel.signal ?? 1);
  return (counts) => {
    const logs = new Float64Array(entries.length);
    return (s) => {
      let largest = Number.NEGATIVE_INFINITY;
      for (const [k, { efficiency, backgrounds }] of entries.entries()) {
        let sum = 0;
        for (let i = 0; i < counts.length; i++)
          sum += logAverage(counts[i], efficiency * unit[i] * s, own[i], backgrounds[i]);
        logs[k] = sum;
        largest = Math.max(largest, sum);
      }
      let total = 0;
      for (const [k, { weight }] of entries.entries()) total += weight * exp(logs[k] - largest);
      return largest + log(total);
    };
  };
}

/** ln of the average of e^(−μ) μ^n over the points of efficiency and background; −1e300 stands for ln 0. */
function logAverage(n: number, signal: number, efficiency: AveragingPoints, background: AveragingPoints): number {
  let largest = -1e300;
  let sum = 0;
  for (let k = 0; k < efficiency.values.length; k++) {
    for (let j = 0; j < background.values.length; j++) {
      const mean = efficiency.values[k] * signal + background.values[j];
      if (mean <= 0 && n > 0) continue;
      const term = n === 0 ? -mean : n * log(mean) - mean;
      const weight = efficiency.weights[k] * background.weights[j];
      if (term > largest) {
        sum = sum * exp(Math.max(-800, largest - term)) + weight;
        largest = term;
      } else sum += weight * exp(term - largest);
    }
  }
  return sum > 0 ? largest + log(sum) : -1e300;
}

function timesJeffreys(
  model: CountingModel,
  posterior: (counts: Counts) => LogDensity,
): (counts: Counts) => LogDensity {
  const means = model.channels.map((_, i) => {
    let sum = 0;
    for (const { weight, backgrounds } of independentChannels({ channels: model.channels })) {
      for (let j = 0; j < backgrounds[i].values.length; j++)
        sum += weight * backgrounds[i].weights[j] * backgrounds[i].values[j];
    }
    return sum;
  });
  return (counts) => {
    const logLikelihood = posterior(counts);
    return (s) => {
      let information = 0;
      for (const [i, channel] of model.channels.entries()) {
        const unit = channel.signal ?? 1;
        if (unit > 0) information += (unit * unit) / (unit * s + means[i]);
      }
      return logLikelihood(s) + 0.5 * log(information);
    };
  };
}

/** The s below which the posterior holds `level`, by Gauss–Legendre panels in u = √s (which tames 1/√s at zero). */
function upperLimit(model: CountingModel, counts: Counts, level: number, logDensity: LogDensity): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const inU = (u: number): number => logDensity(u * u) + log(2 * u);
  // The place of the maximum, roughly, by steps in u; then the width, where the density has fallen by e^−40.
  const start = Math.sqrt((total + 1) / totalSignal(model));
  let peak = start;
  let top = inU(start);
  for (let k = -60; k <= 30; k++) {
    const u = start * exp(0.15 * k);
    const value = inU(u);
    if (value > top) {
      top = value;
      peak = u;
    }
  }
  for (let width = 0.15 * peak, round = 0; round < 40; round++, width *= 0.6) {
    for (const u of [peak - width, peak + width]) {
      if (u <= 0) continue;
      const value = inU(u);
      if (value > top) {
        top = value;
        peak = u;
      }
    }
  }
  const edge = (direction: -1 | 1): number => {
    let width = 1e-4 * peak;
    while (peak + direction * width > 0 && inU(peak + direction * width) > top - 40) width *= 1.3;
    return Math.max(0, peak + direction * width);
  };
  const low = edge(-1) < 0.02 * peak ? 0 : edge(-1);
  const high = edge(1);
  const { nodes, weights } = gaussLegendre(16);
  const panels = 24;
  const half = (0.5 * (high - low)) / panels;
  const integral = (from: number, to: number): number => {
    const h = 0.5 * (to - from);
    let sum = 0;
    for (let i = 0; i < nodes.length; i++) sum += weights[i] * exp(inU(from + h * (1 + nodes[i])) - top);
    return sum * h;
  };
  const parts = Float64Array.from({ length: panels }, (_, k) => integral(low + 2 * half * k, low + 2 * half * (k + 1)));
  let all = 0;
  for (const part of parts) all += part;
  let below = 0;
  let k = 0;
  while (k + 1 < panels && below + parts[k] < level * all) below += parts[k++];
  const from = low + 2 * half * k;
  const found = rootAbove((u) => below + (u > from ? integral(from, u) : 0) - level * all, {
    low: from,
    step: half,
    limit: high,
    tolerance: 1e-11,
  });
  const u = found.found ? found.root : high;
  return u * u;
}

export default bayes;
