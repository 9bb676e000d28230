import { normalCdf, poissonCdf, poissonPmf } from '../../../math/special/index.ts';
import { fillStatistic, pseudoExperiments, TIE } from '../cls/pseudo-experiments.ts';
import type { Counts } from '../counting-model.ts';
import type { MethodOptions } from '../limit-method.ts';
import type { ProfileLikelihood } from './profile-likelihood-contract.ts';

const POINTS = 15;
const REACH = 5;

/**
 * P(t ≥ t_observed) at signal s with nuisance parameters at ẑ(s), t = 2[ln L(ŝ ≥ 0, ẑ) − ln L(s, ẑ(s))]. One channel with
 * at most one nuisance parameter: by summing over counts, and over the auxiliary measurement between the places where
 * t crosses t_observed. Otherwise by pseudo-experiments.
 */
export function constructionTail(
  likelihood: ProfileLikelihood,
  s: number,
  counts: Counts,
  options: Pick<MethodOptions, 'toys' | 'seed'>,
): number {
  const aux = new Float64Array(likelihood.nuisances);
  const z = new Float64Array(likelihood.nuisances);
  const best = likelihood.best(counts, aux);
  const seen = Math.max(0, 2 * (likelihood.at(s, counts, aux, z) - best.value));
  if (likelihood.channels === 1 && likelihood.nuisances <= 1) return summed(likelihood, s, z, seen);
  const statistic = new Float64Array(options.toys);
  const toys = pseudoExperiments(likelihood, s, z, { number: options.toys, seed: options.seed, name: 'construction' });
  fillStatistic(likelihood, s, toys, false, statistic);
  let number = 0;
  for (const t of statistic) if (t >= seen - TIE) number += 1;
  return number / options.toys;
}

function summed(likelihood: ProfileLikelihood, s: number, z: Float64Array, seen: number): number {
  const means = new Float64Array(1);
  likelihood.means(s, z, means);
  const [mean] = means;
  const n = [0];
  const aux = new Float64Array(likelihood.nuisances);
  const excess = (a: number): number => {
    aux[0] = a;
    return 2 * (likelihood.at(s, n, aux) - likelihood.best(n, aux).value) - seen + TIE;
  };
  const width = Math.sqrt(mean);
  const first = Math.max(0, Math.floor(mean - 5.5 * width - 4));
  // Over many counts the summand is smooth: some of them stand for their neighbours.
  const stride = Math.max(1, Math.floor(width / 6));
  let tail = first === 0 ? 0 : poissonCdf(first - 1, mean);
  for (n[0] = first; ; n[0] += stride) {
    const p = stride * poissonPmf(n[0], mean);
    if (n[0] > mean && p < 1e-7) break;
    if (likelihood.nuisances === 0) {
      if (excess(0) >= 0) tail += p;
      continue;
    }
    // Where t crosses t_observed is found between points of the auxiliary measurement; the Gaussian measure is exact.
    let from = z[0] - REACH;
    let value = excess(from);
    let share = value >= 0 ? normalCdf(-REACH) : 0;
    for (let i = 1; i < POINTS; i++) {
      const to = z[0] - REACH + (2 * REACH * i) / (POINTS - 1);
      const next = excess(to);
      if (value >= 0 || next >= 0) {
        const cut = value >= 0 === next >= 0 ? from : crossing(excess, from, value, to, next);
        const left = value >= 0 && next < 0 ? from : cut;
        const right = value >= 0 && next < 0 ? cut : to;
        share += normalCdf(right - z[0]) - normalCdf(left - z[0]);
      }
      from = to;
      value = next;
    }
    if (value >= 0) share += normalCdf(-REACH);
    tail += p * share;
  }
  return Math.min(1, tail);
}

/** The place between two points of opposite sign where f is zero, by regula falsi (Illinois), to 1e-4. */
function crossing(f: (x: number) => number, from: number, fromValue: number, to: number, toValue: number): number {
  let [a, fa, b, fb] = [from, fromValue, to, toValue];
  for (let i = 0; i < 20; i++) {
    const x = (a * fb - b * fa) / (fb - fa);
    const fx = f(x);
    if (fx >= 0 === fb >= 0) {
      if (Math.abs(x - b) < 1e-4) return x;
      [b, fb] = [x, fx];
      fa *= 0.5;
    } else {
      if (Math.abs(x - a) < 1e-4) return x;
      [a, fa] = [b, fb];
      [b, fb] = [x, fx];
    }
    if (Math.abs(b - a) < 1e-4) return x;
  }
  return b;
}
